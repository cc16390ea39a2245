package dev.alb.verify.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.alb.verify.Result;
import dev.alb.verify.Seen;
import dev.alb.verify.probes.Group;
import dev.alb.verify.probes.LoadBalancers;
import dev.alb.verify.probes.LoadBalancers.TargetHealth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

/** The health of each node in a target group. */
class TargetsCheckTest {
    private static final TargetHealth WELL = new TargetHealth("i-1", 8090, "healthy", "", "");
    private static final TargetHealth SICK =
            new TargetHealth("i-2", 8090, "unhealthy", "Target.Timeout", "Request timed out");

    private static TargetsCheck check(Set<String> nodes, TargetHealth... targets) {
        LoadBalancers aws = new LoadBalancers() {
            @Override
            public String dnsName() {
                throw new AssertionError("nobody asks");
            }

            @Override
            public List<TargetHealth> targets(Group group) {
                return List.of(targets);
            }
        };
        return new TargetsCheck(new Group("confluence", "wiki-confluence", nodes), aws);
    }

    @Test
    void healthy_nodes_are_well() throws Exception {
        Seen.passes(check(Set.of("i-1"), WELL), "The only target is healthy.");
        Seen.passes(
                check(Set.of(), WELL, new TargetHealth("i-9", 8090, "healthy", "", "")), "All 2 targets are healthy.");
    }

    @Test
    void each_sick_or_missing_node_has_a_line_and_each_reason_a_remedy() throws Exception {
        TargetsCheck check = check(Set.of("i-1", "i-2", "i-3"), SICK, WELL);
        Result result = check.result();
        assertEquals("1 of 3 healthy.", result.text());
        assertEquals(
                List.of("i-3: not registered", "i-2:8090: unhealthy (Target.Timeout): Request timed out"),
                result.details());
        Seen.fails(check, "1 of 3 healthy.", "registers each of its nodes in both target groups");
        Seen.fails(check, "1 of 3 healthy.", "let the load balancer's security group into the nodes' one");
    }

    @Test
    void a_group_without_targets_is_a_failure() throws Exception {
        Seen.fails(check(Set.of()), "No target is registered.", "auto scaling group");
    }

    @Test
    void a_node_that_leaves_is_left_in_peace_unless_it_should_stay() throws Exception {
        TargetHealth leaving = new TargetHealth("i-7", 8090, "draining", "Target.DeregistrationInProgress", "");
        Seen.passes(check(Set.of("i-1"), WELL, leaving), "The only target is healthy.");
        Seen.fails(check(Set.of("i-1", "i-7"), WELL, leaving), "1 of 2 healthy.", "to have it back");
    }

    @ParameterizedTest
    @EnumSource(value = TargetHealthReasonEnum.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN_TO_SDK_VERSION")
    void each_reason_that_aws_knows_has_its_own_remedy(TargetHealthReasonEnum reason) {
        assertNotEquals(TargetReason.OTHER, TargetReason.of(reason.toString()), reason.toString());
    }

    @Test
    void a_reason_that_came_later_is_shown_all_the_same() throws Exception {
        TargetHealth strange = new TargetHealth("i-1", 8090, "unavailable", "Target.Dreaming", "");
        TargetsCheck check = check(Set.of(), strange);
        assertEquals(
                List.of("i-1:8090: unavailable (Target.Dreaming)"),
                check.result().details());
        Seen.fails(check, "0 of 1 healthy.", "target group's page in AWS");
    }
}
