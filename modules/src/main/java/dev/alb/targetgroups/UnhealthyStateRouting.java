package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import org.jspecify.annotations.Nullable;

/**
 * When the load balancer sends requests to unhealthy targets too; either threshold suffices.
 *
 * @param minimumHealthyTargetsCount how many targets of a zone must be healthy, at least 1; default 1
 * @param minimumHealthyTargetsPercentage how many per cent of them, 1 to 100; default off
 */
@ResourceAttributes
public record UnhealthyStateRouting(
        @Nullable Integer minimumHealthyTargetsCount,
        @Nullable Integer minimumHealthyTargetsPercentage) implements UnhealthyStateRoutingBuilder.With {
    private static final String PATH = "target_group_health.unhealthy_state_routing.minimum_healthy_targets_";

    /** Checks that there is a threshold, and its bounds. */
    public UnhealthyStateRouting {
        boolean isGiven = minimumHealthyTargetsCount != null || minimumHealthyTargetsPercentage != null;
        Checks.of("unhealthy state routing")
                .require(isGiven, PATH + "count", "be given, or the percentage", "neither", "Give one of the two.")
                .between(PATH + "count", minimumHealthyTargetsCount, 1, Integer.MAX_VALUE)
                .between(PATH + "percentage", minimumHealthyTargetsPercentage, 1, 100)
                .done();
    }

    /** All targets get requests as soon as fewer targets of a zone are healthy. */
    public static UnhealthyStateRouting below(int count) {
        return new UnhealthyStateRouting(count, null);
    }

    /** All targets get requests as soon as fewer per cent of the targets of a zone are healthy. */
    public static UnhealthyStateRouting belowPercentage(int percentage) {
        return new UnhealthyStateRouting(null, percentage);
    }
}
