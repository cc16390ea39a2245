package dev.alb.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the model computes is what asking rule after rule comes to, on any table and any request. */
class RoutingPropertyTest {
    private static final int REQUESTS = 200;
    private static final Request USUAL = Request.of("https://a.example/").from("10.0.0.1");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_request_ends_where_the_first_rule_that_applies_sends_it(long seed) {
        RandomTables random = new RandomTables(seed);
        RoutingTable table = random.table();
        List<Share> shares = table.shares();
        for (int i = 0; i < REQUESTS; i++) {
            Request request = random.request();
            String decided = SlowEvaluator.decides(table, request);
            assertEquals(decided, name(table.decide(request)), () -> table + "\n" + request);
            List<String> owners = shares.stream()
                    .flatMap(share -> share.pieces().stream()
                            .filter(piece -> piece.requests().contains(request))
                            .map(piece -> share.name()))
                    .toList();
            assertEquals(List.of(decided), owners, () -> table + "\n" + request);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_example_of_a_share_ends_there(long seed) {
        RoutingTable table = new RandomTables(seed).table();
        for (Share share : table.shares()) {
            for (Share.Piece piece : share.pieces()) {
                Request example = piece.requests().example(USUAL);
                assertEquals(share.name(), SlowEvaluator.decides(table, example), () -> table + "\n" + example);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_difference_is_empty_exactly_if_no_request_tells_the_tables_apart(long seed) {
        RandomTables random = new RandomTables(seed);
        RoutingTable before = random.table();
        RoutingTable after = random.changed(before);
        RoutingDifference difference = RoutingDifference.between(before, after, USUAL);
        for (RoutingDifference.Move move : difference.moves()) {
            assertTrue(move.certain(), move::toString);
            assertEquals(move.before().outcome(), SlowEvaluator.outcome(before, move.example()), move::toString);
            assertEquals(move.after().outcome(), SlowEvaluator.outcome(after, move.example()), move::toString);
            assertTrue(!move.before().outcome().equals(move.after().outcome()), move::toString);
        }
        for (int i = 0; i < REQUESTS; i++) {
            Request request = random.request();
            String from = SlowEvaluator.decides(before, request);
            String to = SlowEvaluator.decides(after, request);
            boolean differs = !SlowEvaluator.outcome(before, request).equals(SlowEvaluator.outcome(after, request));
            boolean told = difference.moves().stream()
                    .anyMatch(move -> move.before().name().equals(from)
                            && move.after().name().equals(to));
            assertTrue(!differs || told, () -> before + "\n" + after + "\n" + request + "\n" + difference);
        }
    }

    private static String name(Decision decision) {
        return decision.rule().map(Rule::name).orElse("default action");
    }
}
