package dev.alb.targetgroups;

import dev.alb.terraform.TerraformValue;

/** How the load balancer chooses among healthy targets. */
public enum LoadBalancingAlgorithm implements TerraformValue {
    /** One after the other; AWS's default. */
    ROUND_ROBIN("round_robin"),
    /** The one with the fewest requests under way. */
    LEAST_OUTSTANDING_REQUESTS("least_outstanding_requests"),
    /** At random; the only one that can mitigate anomalies. */
    WEIGHTED_RANDOM("weighted_random");

    private final String terraform;

    LoadBalancingAlgorithm(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
