package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import java.util.List;
import java.util.stream.Stream;

/** A listener or a rule that forwards to target groups. */
record TargetGroupUse(AwsObject object, Action action) {

    /** All that forward to a target group. */
    static List<TargetGroupUse> of(Transaction aws, String targetGroup) {
        return all(aws).filter(use -> use.action.targetGroups().contains(targetGroup))
                .toList();
    }

    /** All that belong to a load balancer. */
    static List<TargetGroupUse> ofLoadBalancer(Transaction aws, String loadBalancer) {
        return all(aws).filter(use -> use.loadBalancer(aws).equals(loadBalancer))
                .toList();
    }

    /** The load balancer's ARN; empty where nobody knows it. */
    String loadBalancer(Transaction aws) {
        return object.type().equals(Listeners.TYPE)
                ? object.text("load_balancer_arn")
                : Listeners.loadBalancerOf(aws, object.text("listener_arn"));
    }

    private static Stream<TargetGroupUse> all(Transaction aws) {
        return Stream.of(Listeners.TYPE, ListenerRules.TYPE)
                .flatMap(type -> aws.all(type).stream())
                .flatMap(object ->
                        Action.of(object.attributes()).stream().map(action -> new TargetGroupUse(object, action)));
    }
}
