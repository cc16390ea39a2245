package dev.alb.targetgroups;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Attributes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetGroupHealthTest {
    private static final String DNS = "target_group_health.dns_failover.minimum_healthy_targets_";
    private static final String ROUTING = "target_group_health.unhealthy_state_routing.minimum_healthy_targets_";

    @Test
    void renders_both_blocks() {
        TargetGroupHealth health = new TargetGroupHealth(DnsFailover.below(2), new UnhealthyStateRouting(1, 50));
        assertEquals(
                Map.of(
                        "dns_failover",
                        Map.of("minimum_healthy_targets_count", 2),
                        "unhealthy_state_routing",
                        Map.of("minimum_healthy_targets_count", 1, "minimum_healthy_targets_percentage", 50)),
                Attributes.of(health));
    }

    @Test
    void refuses_counts_below_one() {
        String rest = "count must be between 1 and 2147483647, got 0\n  Choose a number from 1 to 2147483647.";
        Refused.with(DNS + rest, () -> DnsFailover.below(0));
        Refused.with(ROUTING + rest, () -> UnhealthyStateRouting.below(0));
    }

    @Test
    void refuses_percentages_out_of_bounds() {
        String rest = "percentage must be between 1 and 100, got ";
        String fix = "\n  Choose a number from 1 to 100.";
        Refused.with(DNS + rest + 0 + fix, () -> DnsFailover.belowPercentage(0));
        Refused.with(ROUTING + rest + 101 + fix, () -> UnhealthyStateRouting.belowPercentage(101));
    }

    @Test
    void refuses_a_block_without_a_threshold() {
        String rest = "count must be given, or the percentage, got neither\n  Give one of the two.";
        Refused.with(DNS + rest, () -> new DnsFailover(null, null));
        Refused.with(ROUTING + rest, () -> new UnhealthyStateRouting(null, null));
    }

    @Test
    void refuses_clients_to_stay_where_unhealthy_targets_get_requests() {
        Refused.with(
                DNS + "count must be at least that of unhealthy_state_routing, 3, got 2\n"
                        + "  Raise it, or lower the other.",
                () -> new TargetGroupHealth(DnsFailover.below(2), UnhealthyStateRouting.below(3)));
        Refused.with(
                DNS + "percentage must be at least that of unhealthy_state_routing, 60, got 50\n"
                        + "  Raise it, or lower the other.",
                () -> new TargetGroupHealth(
                        DnsFailover.belowPercentage(50), UnhealthyStateRouting.belowPercentage(60)));
    }

    @Test
    void does_not_compare_a_count_with_a_percentage() {
        assertDoesNotThrow(
                () -> new TargetGroupHealth(DnsFailover.below(1), UnhealthyStateRouting.belowPercentage(60)));
    }
}
