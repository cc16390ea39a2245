package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What happens when too few targets of a zone are healthy.
 *
 * @param dnsFailover when clients are sent to other zones
 * @param unhealthyStateRouting when unhealthy targets get requests too
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html">AWS: target
 *     group health</a>
 */
@ResourceAttributes
public record TargetGroupHealth(
        @Nullable DnsFailover dnsFailover, @Nullable UnhealthyStateRouting unhealthyStateRouting)
        implements TargetGroupHealthBuilder.With {
    private static final String DNS = "target_group_health.dns_failover.minimum_healthy_targets_";

    /** Checks that clients leave a zone before, or as soon as, unhealthy targets get requests. */
    public TargetGroupHealth {
        Checks checks = Checks.of("target group health");
        if (dnsFailover != null && unhealthyStateRouting != null) {
            notBelow(
                    checks,
                    "count",
                    dnsFailover.minimumHealthyTargetsCount(),
                    unhealthyStateRouting.minimumHealthyTargetsCount());
            notBelow(
                    checks,
                    "percentage",
                    dnsFailover.minimumHealthyTargetsPercentage(),
                    unhealthyStateRouting.minimumHealthyTargetsPercentage());
        }
        checks.done();
    }

    private static void notBelow(Checks checks, String unit, @Nullable Integer dns, @Nullable Integer routing) {
        boolean holds = dns == null || routing == null || dns >= routing;
        String rule = "be at least that of unhealthy_state_routing, " + routing;
        checks.require(holds, DNS + unit, rule, dns, "Raise it, or lower the other.");
    }
}
