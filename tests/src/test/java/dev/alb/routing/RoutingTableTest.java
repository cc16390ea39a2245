package dev.alb.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listener does with a request, condition by condition, as AWS documents it. */
class RoutingTableTest {
    private static final Outcome YES = to("yes");
    private static final Outcome NO = to("no");
    private static final Request USUAL = Request.of("https://wiki.example.com/");

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(
                        "a host, whatever its case",
                        on(Part.HOST, "Wiki.Example.com"),
                        "https://wiki.example.com/",
                        YES),
                Arguments.of(
                        "a host, and no port",
                        on(Part.HOST, "wiki.example.com"),
                        "https://wiki.example.com:8443/",
                        YES),
                Arguments.of("a star in a host", on(Part.HOST, "*.example.com"), "https://a.b.example.com/", YES),
                Arguments.of("a star needs its dot", on(Part.HOST, "*.example.com"), "https://example.com/", NO),
                Arguments.of("a path", on(Part.PATH, "/synchrony"), "https://wiki.example.com/synchrony", YES),
                Arguments.of(
                        "a path as a whole", on(Part.PATH, "/synchrony"), "https://wiki.example.com/synchrony/", NO),
                Arguments.of(
                        "a path with its case",
                        on(Part.PATH, "/Synchrony/*"),
                        "https://wiki.example.com/synchrony/v1",
                        NO),
                Arguments.of(
                        "a star takes slashes",
                        on(Part.PATH, "/synchrony/*"),
                        "https://wiki.example.com/synchrony/v1/ws",
                        YES),
                Arguments.of(
                        "a star takes nothing",
                        on(Part.PATH, "/synchrony/*"),
                        "https://wiki.example.com/synchrony/",
                        YES),
                Arguments.of("a path, and no query", on(Part.PATH, "/a"), "https://wiki.example.com/a?b=c", YES),
                Arguments.of("a question mark takes one", on(Part.PATH, "/?"), "https://wiki.example.com/ab", NO),
                Arguments.of("of several values one", on(Part.PATH, "/a", "/b"), "https://wiki.example.com/b", YES),
                Arguments.of("a parameter", query("k", "v"), "https://wiki.example.com/?a=b&k=v", YES),
                Arguments.of("a parameter, whatever its case", query("K", "V"), "https://wiki.example.com/?k=v", YES),
                Arguments.of("a parameter's value", query("k", "v"), "https://wiki.example.com/?k=w", NO),
                Arguments.of("any parameter", query(null, "v*"), "https://wiki.example.com/?x=vw", YES),
                Arguments.of("a key is no value", query(null, "k"), "https://wiki.example.com/?k=v", NO),
                Arguments.of("a star as a letter", query("k", "\\*"), "https://wiki.example.com/?k=v", NO));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void a_condition_asks_for(String what, Condition condition, String url, Outcome expected) {
        Decision decision = table(rule(1, condition, YES)).decide(Request.of(url));
        assertEquals(expected, decision.outcome().orElseThrow(), decision::toString);
    }

    @Test
    void a_method_is_taken_as_it_is_written() {
        RoutingTable table = table(rule(1, on(Part.METHOD, "GET"), YES));
        assertEquals(YES, table.decide(USUAL).outcome().orElseThrow());
        assertEquals(NO, table.decide(USUAL.withMethod("get")).outcome().orElseThrow());
    }

    @Test
    void a_header_has_to_be_there_and_its_case_means_nothing() {
        RoutingTable table = table(rule(1, on(Part.header("X-Flag"), "On*"), YES));
        assertEquals(NO, table.decide(USUAL).outcome().orElseThrow());
        assertEquals(
                YES, table.decide(USUAL.withHeader("x-FLAG", "ONE")).outcome().orElseThrow());
    }

    @Test
    void an_address_is_that_of_the_connection_and_without_one_nobody_can_tell() {
        Condition office = new Condition.OnPart(
                Part.SOURCE,
                List.of(new Pattern.Network(Cidr.ofNetwork("10.0.0.0/8").orElseThrow())));
        RoutingTable table = table(rule(1, office, YES));
        assertEquals(YES, table.decide(USUAL.from("10.1.2.3")).outcome().orElseThrow());
        assertEquals(NO, table.decide(USUAL.from("2001:db8::1")).outcome().orElseThrow());
        assertFalse(table.decide(USUAL).certain());
    }

    @Test
    void the_lowest_priority_is_asked_first() {
        RoutingTable table = table(rule(20, on(Part.PATH, "/*"), NO), rule(10, on(Part.PATH, "/a"), YES));
        assertEquals(
                YES, table.decide(Request.of("https://x.example/a")).outcome().orElseThrow());
    }

    @Test
    void a_regular_expression_is_certain_only_where_both_readings_of_it_agree() {
        Condition regex = new Condition.OnPart(Part.PATH, List.of(new Pattern.Regex("/v[0-9]+")));
        RoutingTable table = table(rule(1, regex, YES));
        assertEquals(
                YES, table.decide(Request.of("https://x.example/v12")).outcome().orElseThrow());
        assertEquals(
                NO, table.decide(Request.of("https://x.example/w")).outcome().orElseThrow());
        assertFalse(table.decide(Request.of("https://x.example/v12/more")).certain());
    }

    @Test
    void what_is_known_after_the_apply_decides_nothing() {
        Condition later = new Condition.OnPart(Part.HOST, List.of(new Pattern.Unknown()));
        Decision decision = table(rule(1, later, YES)).decide(USUAL);
        assertFalse(decision.certain(), decision::toString);
        assertEquals(
                List.of("rule-1"), decision.possible().stream().map(Rule::name).toList());
    }

    @Test
    void a_rule_that_was_passed_says_why() {
        RoutingTable table = table(rule(1, on(Part.HOST, "docs.example.com"), YES));
        assertEquals(
                "host_header docs.example.com",
                table.decide(USUAL).passed().get(0).reason());
    }

    @Test
    void a_rule_that_can_never_match_names_those_that_hide_it() {
        RoutingTable table = table(
                rule(1, on(Part.PATH, "/a*"), YES),
                rule(2, on(Part.PATH, "/b*", "/c*"), YES),
                rule(3, on(Part.PATH, "/ab", "/c"), NO));
        Share hidden = table.shares().get(2);
        assertTrue(hidden.isEmpty());
        assertEquals(
                List.of("rule-1", "rule-2"),
                hidden.hiders().stream().map(Rule::name).toList());
    }

    @Test
    void tables_that_say_the_same_in_other_words_have_no_difference() {
        RoutingTable one = table(rule(1, on(Part.PATH, "/a", "/a/*"), YES), rule(2, on(Part.PATH, "/a/b*"), NO));
        RoutingTable other = table(rule(7, on(Part.PATH, "/a/*"), YES), rule(9, on(Part.PATH, "/a"), YES));
        assertTrue(RoutingDifference.between(one, other, USUAL).isEmpty());
    }

    @Test
    void a_difference_has_an_example_that_keeps_what_is_usual() {
        RoutingTable before = table(rule(1, on(Part.PATH, "/synchrony/*"), YES));
        RoutingTable after = table(rule(1, on(Part.PATH, "/synchrony/v1/*"), YES));
        RoutingDifference difference = RoutingDifference.between(before, after, USUAL);
        assertEquals(1, difference.moves().size(), difference::toString);
        RoutingDifference.Move move = difference.moves().get(0);
        assertTrue(move.certain());
        assertEquals("https://wiki.example.com/synchrony/", move.example().toString());
        assertEquals("default action", move.after().name());
    }

    @Test
    void what_is_not_known_in_the_same_way_before_and_after_is_no_difference() {
        Condition regex = new Condition.OnPart(Part.PATH, List.of(new Pattern.Regex("/v[0-9]+")));
        assertTrue(RoutingDifference.between(table(rule(1, regex, YES)), table(rule(1, regex, YES)), USUAL)
                .isEmpty());
        RoutingDifference doubtful =
                RoutingDifference.between(table(rule(1, regex, YES)), table(rule(1, regex, to("else"))), USUAL);
        assertFalse(doubtful.isEmpty());
        assertTrue(doubtful.moves().stream().noneMatch(RoutingDifference.Move::certain), doubtful::toString);
    }

    @Test
    void a_hundred_rules_of_five_values_are_divided_exactly() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            int number = i;
            String[] paths = IntStream.range(0, 4)
                    .mapToObj(v -> "/space-" + number + "/" + v + "*")
                    .toArray(String[]::new);
            rules.add(new Rule(
                    "rule-" + i,
                    i,
                    List.of(on(Part.HOST, "h" + i % 7 + ".example.com"), on(Part.PATH, paths)),
                    to("group-" + i)));
        }
        RoutingTable before = table(rules.toArray(Rule[]::new));
        rules.set(49, new Rule("rule-50", 50, rules.get(49).conditions(), to("elsewhere")));
        RoutingDifference difference = RoutingDifference.between(before, table(rules.toArray(Rule[]::new)), USUAL);
        assertEquals(
                List.of("https://h1.example.com/space-50/0"),
                difference.moves().stream()
                        .map(move -> move.example().toString())
                        .toList());
    }

    private static RoutingTable table(Rule... rules) {
        return new RoutingTable("https", List.of(rules), NO);
    }

    private static Rule rule(int priority, Condition condition, Outcome outcome) {
        return new Rule("rule-" + priority, priority, List.of(condition), outcome);
    }

    private static Condition on(Part part, String... globs) {
        return new Condition.OnPart(
                part,
                Stream.of(globs).map(glob -> (Pattern) new Pattern.Glob(glob)).toList());
    }

    private static Condition query(String key, String value) {
        return new Condition.OnQuery(List.of(new Condition.OnQuery.Parameter(key, value)));
    }

    private static Outcome to(String group) {
        return Outcome.of(new Outcome.Forward(List.of(new Outcome.Forward.Share(group, 1)), null));
    }
}
