package dev.alb.serve.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.alb.topology.Topologies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Which target group and which target get a request. */
class TargetChoiceTest {
    private static final String WEIGHTED = "'default_action': [{'type': 'forward', 'forward': [{'target_group': ["
            + "{'arn': '${aws_lb_target_group.blue.arn}', 'weight': %d},"
            + "{'arn': '${aws_lb_target_group.green.arn}', 'weight': %d}]}]}]";
    private static final String TWO_GROUPS =
            "'blue': {'port': 80, 'protocol': 'HTTP'}, 'green': {'port': 80, 'protocol': 'HTTP'}";

    private static RunningPools weighted(int blue, int green) {
        return RunningPools.of(RunningPools.groups(TWO_GROUPS, WEIGHTED.formatted(blue, green), "blue b", "green g"))
                .healthy();
    }

    @Test
    void targets_take_turns() {
        RunningPools pools = RunningPools.of("", "i-1", "i-2", "i-3").healthy();
        assertEquals(
                List.of("i-1", "i-2", "i-3", "i-1", "i-2", "i-3"),
                List.of(pools.next(), pools.next(), pools.next(), pools.next(), pools.next(), pools.next()));
    }

    @Test
    void the_target_with_the_fewest_requests_in_flight_is_next() {
        RunningPools pools = RunningPools.of(
                        ", 'load_balancing_algorithm_type': 'least_outstanding_requests'", "i-1", "i-2")
                .healthy();
        Pick first = pools.pick(Map.of()).orElseThrow();
        String other = first.target().id().equals("i-1") ? "i-2" : "i-1";
        assertEquals(Map.of(other, 3), pools.counted(3));
        assertEquals(1, first.target().inFlight());
        first.close();
        first.close();
        assertEquals(0, first.target().inFlight());
        assertEquals(Map.of("i-1", 2, "i-2", 2), pools.counted(4));
    }

    @Test
    void by_chance_each_target_gets_about_the_same() {
        Map<String, Integer> counts = RunningPools.of(
                        ", 'load_balancing_algorithm_type': 'weighted_random'", "i-1", "i-2")
                .healthy()
                .counted(1000);
        assertTrue(counts.get("i-1") > 400 && counts.get("i-2") > 400, counts::toString);
    }

    @Test
    void target_groups_get_their_share_by_weight() {
        assertEquals(Map.of("b", 90, "g", 10), weighted(90, 10).counted(100));
    }

    @Test
    void a_small_share_does_not_come_in_one_go_at_the_end() {
        RunningPools pools = weighted(3, 1);
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            turns.add(pools.next());
        }
        assertEquals(1, turns.subList(0, 4).stream().filter("g"::equals).count(), turns::toString);
        assertEquals(1, turns.subList(4, 8).stream().filter("g"::equals).count(), turns::toString);
    }

    @Test
    void a_target_group_of_weight_0_gets_nothing_and_where_all_have_it_nobody_answers() {
        assertEquals(Map.of("b", 20), weighted(1, 0).counted(20));
        assertEquals("none", weighted(0, 0).next());
    }

    @Test
    void a_target_group_without_targets_keeps_its_share_as_in_AWS() {
        RunningPools pools = RunningPools.of(RunningPools.groups(TWO_GROUPS, WEIGHTED.formatted(1, 1), "blue b"))
                .healthy();
        assertEquals(Map.of("b", 2, "none", 2), pools.counted(4));
    }

    /** Whatever the weights are. */
    @RepeatedTest(20)
    void of_as_many_turns_as_all_weights_each_gets_exactly_its_own(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Integer> weights =
                random.ints(1 + random.nextInt(5), 0, 1000).boxed().toList();
        List<Integer> indexes = new ArrayList<>();
        weights.forEach(weight -> indexes.add(indexes.size()));
        SmoothWeights<Integer> turns = new SmoothWeights<>();
        int all = weights.stream().mapToInt(Integer::intValue).sum();
        int[] counts = new int[weights.size()];
        for (int turn = 1; turn <= all; turn++) {
            counts[turns.next(indexes, weights::get).orElseThrow()]++;
            for (int i = 0; i < counts.length; i++) {
                double due = (double) turn * weights.get(i) / all;
                if (Math.abs(counts[i] - due) >= weights.size()) {
                    fail(i + " got " + counts[i] + " of " + turn + " turns by " + weights);
                }
            }
        }
        assertEquals(weights, Arrays.stream(counts).boxed().toList());
    }

    @Test
    void a_target_that_joins_others_gets_its_share_little_by_little() {
        RunningPools pools = RunningPools.of(", 'slow_start': 100", "i-1").healthy();
        pools.deploy(RunningPools.topology(", 'slow_start': 100", "i-1", "i-2"));
        pools.healthy().pass(Duration.ofSeconds(25));
        assertEquals(Map.of("i-1", 80, "i-2", 20), pools.counted(100), "25 % of its share");
        pools.pass(Duration.ofSeconds(75));
        assertEquals(Map.of("i-1", 50, "i-2", 50), pools.counted(100));
    }

    @Test
    void targets_that_are_all_new_start_at_full_share() {
        RunningPools pools = RunningPools.of(", 'slow_start': 100", "i-1", "i-2");
        pools.answering(200, "i-1");
        pools.pass(Duration.ofSeconds(1));
        assertEquals(Map.of("i-1", 10), pools.counted(10));
        assertEquals(1000, pools.target("i-1").share(Duration.ofSeconds(100), pools.instant()));
    }

    @Test
    void what_registers_itself_is_one_target_on_this_machine() {
        RunningPools pools = RunningPools.of(Topologies.withRules(List.of(Topologies.rule(
                "all", 1, Topologies.condition("path_pattern", "/*"), Topologies.forward("confluence")))));
        assertEquals(
                List.of("Auto Scaling group nodes:8090"),
                pools.pool("aws_lb_target_group.confluence").targets().stream()
                        .map(TargetInstance::toString)
                        .toList());
    }
}
