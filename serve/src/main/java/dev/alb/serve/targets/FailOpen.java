package dev.alb.serve.targets;

import dev.alb.snapshot.Value;

/**
 * Below how many healthy targets a target group sends requests to all of them, healthy or not.
 *
 * @param count as a number
 * @param percentage of all targets; 0 if it doesn't matter
 */
public record FailOpen(int count, int percentage) {
    private static final int ALL = 100;

    static FailOpen of(Value group) {
        Value block = group.block("target_group_health").block("unhealthy_state_routing");
        return new FailOpen(
                block.at("minimum_healthy_targets_count").number().orElse(1),
                block.at("minimum_healthy_targets_percentage").number().orElse(0));
    }

    /** Whether there are too few of them. */
    boolean isDue(int healthy, int all) {
        return healthy < count || healthy * ALL < percentage * all;
    }
}
