package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.List;

/** Elastic Load Balancing v2: load balancers, target groups, listeners, rules. */
final class ElasticLoadBalancing {
    static final List<Behavior> BEHAVIORS = List.of(loadBalancer());

    private ElasticLoadBalancing() {}

    private static Behavior loadBalancer() {
        return Behavior.of("aws_lb")
                .create(Call.of(
                        "creating ELBv2 Load Balancer ({name})",
                        operation("CreateLoadBalancer"),
                        ElasticLoadBalancing::nameIsFree))
                .delete(Call.of(
                        "deleting ELBv2 Load Balancer ({arn})",
                        operation("DeleteLoadBalancer"),
                        ElasticLoadBalancing::isNotProtected));
    }

    private static void nameIsFree(Change change) {
        String name = change.text("name");
        if (change.aws().all("aws_lb").stream()
                .anyMatch(other -> other.text("name").equals(name))) {
            throw Refusal.of(
                    "DuplicateLoadBalancerName",
                    "A load balancer with the same name '" + name + "' exists, but with different settings");
        }
    }

    private static void isNotProtected(Change change) {
        if (change.object().get("enable_deletion_protection").equals(new Value.Bool(true))) {
            throw Refusal.of(
                    "OperationNotPermitted",
                    "Load balancer '" + change.text("arn")
                            + "' cannot be deleted because deletion protection is enabled");
        }
    }

    private static Operation operation(String name) {
        return new Operation("Elastic Load Balancing v2", name, true);
    }
}
