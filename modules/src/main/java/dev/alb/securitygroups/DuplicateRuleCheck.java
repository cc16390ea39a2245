package dev.alb.securitygroups;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No rule stands twice in a group: AWS answers InvalidPermission.Duplicate to the second. */
enum DuplicateRuleCheck implements CrossCheck {
    INSTANCE;

    private record Content(Class<?> direction, String group, Peer peer, Ports ports) {}

    @Override
    public List<Violation> violations(Inventory inventory) {
        Map<Content, SecurityGroupRule> seen = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (SecurityGroupRule rule : inventory.all(SecurityGroupRule.class)) {
            SecurityGroupRule earlier = seen.putIfAbsent(contentOf(rule), rule);
            if (earlier != null) {
                violations.add(duplicate(earlier, rule));
            }
        }
        return violations;
    }

    private static Content contentOf(SecurityGroupRule rule) {
        SecurityGroupRuleAttributes attributes = rule.attributes();
        return new Content(rule.getClass(), attributes.securityGroupId(), attributes.peer(), attributes.ports());
    }

    private static Violation duplicate(SecurityGroupRule earlier, SecurityGroupRule later) {
        return Violation.at(
                later.address(),
                "",
                "differ from " + earlier.address() + " in its peer or its ports",
                "the same rule of the same group",
                "Take one of the two out; the description does not count.");
    }
}
