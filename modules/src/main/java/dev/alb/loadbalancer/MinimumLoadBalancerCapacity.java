package dev.alb.loadbalancer;

import dev.alb.terraform.Checks;

/**
 * Capacity that is reserved, and paid for, at all times.
 *
 * @param capacityUnits load balancer capacity units (LCU), 100 to 15,000
 */
public record MinimumLoadBalancerCapacity(int capacityUnits) {
    private static final int LEAST = 100;
    private static final int QUOTA = 15_000;

    /** Checks the bounds that AWS sets for one load balancer. */
    public MinimumLoadBalancerCapacity {
        Checks.of("minimum load balancer capacity")
                .between("capacity_units", capacityUnits, LEAST, QUOTA)
                .done();
    }
}
