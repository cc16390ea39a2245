package dev.alb.sandbox.services;

import java.util.List;

/** Elastic Load Balancing v2: load balancers, target groups, listeners, rules. */
final class ElasticLoadBalancing {
    private ElasticLoadBalancing() {}

    /** How each type is treated. No constant, as those classes need this one to make theirs. */
    static List<Behavior> behaviors() {
        return List.of(
                LoadBalancers.BEHAVIOR,
                TargetGroups.BEHAVIOR,
                Targets.BEHAVIOR,
                Listeners.BEHAVIOR,
                ListenerCertificates.BEHAVIOR,
                ListenerRules.BEHAVIOR,
                TrustStores.BEHAVIOR,
                TrustStoreRevocations.BEHAVIOR);
    }

    /** A call, as the SDK names it. */
    static Operation operation(String name) {
        return new Operation("Elastic Load Balancing v2", name, true);
    }
}
