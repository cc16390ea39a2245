package dev.alb.dns;

import dev.alb.terraform.Checks;

/**
 * Shares the requests for a name among its records.
 *
 * @param weight the record's part in the sum of all weights, 0 to 255; 0 takes it out
 */
public record WeightedRoutingPolicy(int weight) {
    private static final int HEAVIEST = 255;

    /** Checks the weight. */
    public WeightedRoutingPolicy {
        Checks.of("weighted routing")
                .between("weighted_routing_policy.weight", weight, 0, HEAVIEST)
                .done();
    }
}
