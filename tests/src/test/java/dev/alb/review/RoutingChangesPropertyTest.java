package dev.alb.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.route.Route;
import dev.alb.route.RouteText;
import dev.alb.route.Router;
import dev.alb.route.Unroutable;
import dev.alb.routing.Outcome;
import dev.alb.routing.RandomTables;
import dev.alb.routing.Request;
import dev.alb.routing.RoutingTable;
import dev.alb.routing.SlowEvaluator;
import dev.alb.snapshot.Plan;
import dev.alb.topology.Topology;
import dev.alb.topology.WrittenTable;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any table, written as Terraform JSON and read again, does what asking rule after rule comes to. */
class RoutingChangesPropertyTest {
    private static final int REQUESTS = 100;

    static LongStream seeds() {
        return LongStream.range(1000, 1120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_request_is_routed_as_the_first_rule_that_applies_says(long seed) throws Unroutable {
        RandomTables random = new RandomTables(seed);
        RoutingTable table = random.table();
        Router router = new Router(WrittenTable.read(table), null);
        for (int i = 0; i < REQUESTS; i++) {
            Request request = random.request();
            Route route = router.route(request);
            String expected = SlowEvaluator.decides(table, request);
            assertEquals(
                    expected,
                    route.rule().orElse("").replace("aws_lb_listener_rule.", ""),
                    () -> table + "\n" + RouteText.of(route));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void there_are_changes_exactly_if_some_request_ends_elsewhere(long seed) {
        RandomTables random = new RandomTables(seed);
        RoutingTable before = random.table();
        RoutingTable after = random.changed(before);
        List<RoutingChange> changes = RoutingChanges.of(comparison(before, after));
        for (RoutingChange change : changes) {
            assertTrue(change.isCertain(), change::toString);
            assertEquals(
                    change.outcomeBefore(), written(SlowEvaluator.outcome(before, change.example())), change::toString);
            assertEquals(
                    change.outcomeAfter(), written(SlowEvaluator.outcome(after, change.example())), change::toString);
        }
        for (int i = 0; i < REQUESTS; i++) {
            Request request = random.request();
            String was = written(SlowEvaluator.outcome(before, request));
            String will = written(SlowEvaluator.outcome(after, request));
            boolean isTold = changes.stream()
                    .anyMatch(change -> change.outcomeBefore().equals(was)
                            && change.outcomeAfter().equals(will)
                            && change.ruleBefore().endsWith(SlowEvaluator.decides(before, request))
                            && change.ruleAfter().endsWith(SlowEvaluator.decides(after, request)));
            assertTrue(was.equals(will) || isTold, () -> before + "\n" + after + "\n" + request + "\n" + changes);
        }
    }

    private static Comparison comparison(RoutingTable before, RoutingTable after) {
        Topology then = WrittenTable.read(before);
        Topology now = WrittenTable.read(after);
        return new Comparison(new Plan("1.11.4", then.snapshot(), now.snapshot(), List.of(), List.of(), false, true));
    }

    private static String written(Outcome outcome) {
        return outcome.toString().replace("forward to ", "forward to aws_lb_target_group.");
    }
}
