package dev.alb.firewall;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is checked when the whole app is known. */
enum FirewallRules implements CrossCheck {
    /** AWS would silently keep the one that Terraform happens to make last. */
    ONE_WEB_ACL {
        @Override
        public List<Violation> violations(Inventory inventory) {
            Map<String, String> first = new HashMap<>();
            return inventory.all(WebAclAssociation.class).stream()
                    .flatMap(association -> repeated(association, first))
                    .toList();
        }
    };

    private static Stream<Violation> repeated(WebAclAssociation association, Map<String, String> first) {
        String other = first.putIfAbsent(association.attributes().resourceArn(), association.address());
        return Stream.ofNullable(other)
                .map(address -> Violation.at(
                        association.address(),
                        "resource_arn",
                        "be a load balancer that has no other web ACL",
                        "the one of " + address,
                        "Keep one association; one web ACL can hold the rules of both."));
    }
}
