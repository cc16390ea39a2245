package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import org.jspecify.annotations.Nullable;

/**
 * When the load balancer takes a zone out of its DNS name; either threshold suffices.
 *
 * <p>Not for a load balancer behind a Network Load Balancer or Global Accelerator.
 *
 * @param minimumHealthyTargetsCount how many targets of a zone must be healthy, at least 1; default off
 * @param minimumHealthyTargetsPercentage how many per cent of them, 1 to 100; default off
 */
@ResourceAttributes
public record DnsFailover(
        @Nullable Integer minimumHealthyTargetsCount,
        @Nullable Integer minimumHealthyTargetsPercentage) implements DnsFailoverBuilder.With {
    private static final String PATH = "target_group_health.dns_failover.minimum_healthy_targets_";

    /** Checks that there is a threshold, and its bounds. */
    public DnsFailover {
        boolean isGiven = minimumHealthyTargetsCount != null || minimumHealthyTargetsPercentage != null;
        Checks.of("DNS failover")
                .require(isGiven, PATH + "count", "be given, or the percentage", "neither", "Give one of the two.")
                .between(PATH + "count", minimumHealthyTargetsCount, 1, Integer.MAX_VALUE)
                .between(PATH + "percentage", minimumHealthyTargetsPercentage, 1, 100)
                .done();
    }

    /** A failover as soon as fewer targets of a zone are healthy. */
    public static DnsFailover below(int count) {
        return new DnsFailover(count, null);
    }

    /** A failover as soon as fewer per cent of the targets of a zone are healthy. */
    public static DnsFailover belowPercentage(int percentage) {
        return new DnsFailover(null, percentage);
    }
}
