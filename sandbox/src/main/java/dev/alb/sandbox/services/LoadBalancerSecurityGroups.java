package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.Optional;

/** What AWS demands of a load balancer's security groups. */
final class LoadBalancerSecurityGroups {
    private static final String ATTRIBUTE = "security_groups";
    private static final String TYPE = "aws_security_group";

    private LoadBalancerSecurityGroups() {}

    static void exist(Change change) {
        new Reference(
                        ATTRIBUTE,
                        TYPE,
                        id -> Refusal.of("InvalidSecurityGroup", "Security group '" + id + "' does not exist"))
                .check(change);
    }

    static void areOfTheVpc(Change change) {
        Optional<String> vpc = LoadBalancerSubnets.vpc(change.object(), change.aws());
        for (Value id : change.object().get(ATTRIBUTE).elements()) {
            String groupVpc = change.aws()
                    .find(TYPE, id.text())
                    .map(group -> group.text("vpc_id"))
                    .orElse("");
            if (vpc.isPresent() && !groupVpc.isEmpty() && !groupVpc.equals(vpc.get())) {
                throw Refusal.of("InvalidConfigurationRequest", "One or more security groups are invalid");
            }
        }
    }
}
