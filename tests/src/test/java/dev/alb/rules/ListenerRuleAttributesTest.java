package dev.alb.rules;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule: what it is made of, its limits, and how it compares with another. */
class ListenerRuleAttributesTest {
    private static final String LISTENER =
            "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/wiki/1/2";
    private static final Actions GONE = Actions.of(Action.fixedResponse(404));
    private static final String TOKEN = "${TfToken[TOKEN.7]}";
    private static final String OTHER_TOKEN = "${TfToken[TOKEN.8]}";

    @Test
    void renders_everything_that_can_be_set() {
        assertRenders(
                """
                {listener_arn: '%s', priority: 100,
                 condition: [
                   {host_header: {values: ['wiki.example.com']}},
                   {path_pattern: {values: ['/old/*']}},
                   {query_string: [{key: 'a', value: 'b'}]}],
                 action: [{type: 'fixed-response', fixed_response: {status_code: '404', content_type: 'text/plain'}}],
                 transform: [{type: 'url-rewrite', url_rewrite_config: {rewrite: {regex: '^/old', replace: '/new'}}}],
                 region: 'eu-west-1', tags: {team: 'wiki'}}
                """.formatted(LISTENER),
                rule(Condition.hosts("wiki.example.com"), Condition.paths("/old/*"), Condition.queryString("a", "b"))
                        .withTransform(List.of(Transform.urlRewrite("^/old", "/new")))
                        .withRegion("eu-west-1")
                        .withTags(Map.of("team", "wiki")));
    }

    @Test
    void a_key_becomes_its_number() {
        assertRenders(
                """
                {listener_arn: '%s', priority: %d, condition: [{path_pattern: {values: ['/']}}],
                 action: [{type: 'fixed-response', fixed_response: {status_code: '404', content_type: 'text/plain'}}]}
                """.formatted(LISTENER, Priority.keyed("home").value()),
                rule(Condition.paths("/")).withPriority(Priority.keyed("home")));
    }

    @Test
    void takes_a_listener_by_its_arn_or_by_reference_only() {
        assertEquals(TOKEN, rule(Condition.paths("/")).withListenerArn(TOKEN).listenerArn());
        assertRefuses("""
                listener rule: 1 violation
                listener_arn must be an ARN such as arn:aws:elasticloadbalancing:…:listener/app/…, got "https"
                  Copy the ARN from the AWS console, or pass an attribute.
                """, () -> rule(Condition.paths("/")).withListenerArn("https"));
    }

    @Test
    void refuses_a_rule_without_conditions() {
        assertRefuses("""
                listener rule: 1 violation
                condition must name a value, got none
                  Add what a request must have.
                """, () -> rule());
    }

    @Test
    void refuses_two_conditions_of_a_kind_that_aws_takes_once() {
        assertRefuses(
                """
                listener rule: 4 violations
                condition must contain host_header once, got 2 of them
                  Put their values into one condition if one of them is enough, or make two rules.
                condition must contain path_pattern once, got 2 of them
                  Put their values into one condition if one of them is enough, or make two rules.
                condition must contain http_request_method once, got 2 of them
                  Put their values into one condition if one of them is enough, or make two rules.
                condition must have at most 5 values in all conditions together, got 6
                  Split it into two rules with the same action.
                """,
                () -> rule(
                        Condition.hosts("a.com"),
                        Condition.hosts("b.com"),
                        Condition.paths("/a"),
                        Condition.pathsMatching("/b"),
                        Condition.methods("GET"),
                        Condition.methods("PUT")));
        assertRefuses("""
                listener rule: 1 violation
                condition must contain source_ip once, got 2 of them
                  Put their values into one condition if one of them is enough, or make two rules.
                """, () -> rule(Condition.sourceIps("10.0.0.0/8"), Condition.sourceIps("192.0.2.0/24")));
    }

    @Test
    void takes_several_headers_and_query_strings() {
        assertEquals(
                4,
                rule(
                                Condition.header("X", "a"),
                                Condition.header("X", "b"),
                                Condition.queryString("a", "1"),
                                Condition.queryString("b", "2"))
                        .condition()
                        .size());
    }

    @Test
    void takes_five_values_over_all_conditions_and_refuses_six() {
        Condition three = Condition.paths("/a", "/b", "/c");
        Condition two = Condition.pathsMatching("^/d", "^/e");
        assertEquals(2, rule(three, Condition.header("X", "1", "2")).condition().size());
        assertEquals(2, two.valueCount());
        assertRefuses("""
                listener rule: 1 violation
                condition must have at most 5 values in all conditions together, got 6
                  Split it into two rules with the same action.
                """, () -> rule(three, Condition.headerMatching("X", "1", "2"), Condition.queryString("a", "b")));
    }

    @Test
    void takes_five_wildcards_over_all_conditions_and_refuses_six() {
        assertEquals(1, rule(Condition.paths("/*/?/?", "/*/?")).condition().size());
        assertRefuses("""
                listener rule: 1 violation
                condition must have at most 5 wildcards in all conditions together, got 6
                  Split it into two rules with the same action.
                """, () -> rule(Condition.paths("/*/?/?", "/*/?"), Condition.queryString("a", "*\\*")));
    }

    @Test
    void refuses_two_transforms_of_one_type() {
        ListenerRuleAttributes rule = rule(Condition.paths("/a"));
        assertEquals(
                2,
                rule.withTransform(List.of(Transform.urlRewrite("a", "b"), Transform.hostHeaderRewrite("a", "b")))
                        .transform()
                        .size());
        assertRefuses(
                """
                listener rule: 1 violation
                transform must contain each type once, got [url-rewrite, url-rewrite]
                  Put both into one regular expression, or leave one out.
                """, () -> rule.withTransform(List.of(Transform.urlRewrite("a", "b"), Transform.urlRewrite("c", "d"))));
    }

    @Test
    void refuses_more_than_50_tags() {
        Map<String, String> tags = new TreeMap<>();
        IntStream.range(0, 51).forEach(i -> tags.put("tag" + i, ""));
        assertRefuses("""
                listener rule: 1 violation
                tags must have at most 50 entries, got 51
                  Leave out some, or split them up.
                """, () -> rule(Condition.paths("/a")).withTags(tags));
    }

    @Test
    void covers_a_rule_that_asks_for_more() {
        ListenerRuleAttributes wiki = rule(Condition.paths("/wiki/*"));
        assertCovers(wiki, rule(Condition.paths("/wiki/a/*", "/wiki/?")));
        assertCovers(wiki, rule(Condition.paths("/wiki/*"), Condition.hosts("a.com")));
        assertCoversNot(wiki, rule(Condition.paths("/wiki/*", "/wiki")));
        assertCoversNot(wiki, rule(Condition.hosts("a.com")));
        assertCoversNot(rule(Condition.paths("/wiki/*"), Condition.hosts("a.com")), wiki);
        assertCoversNot(wiki, rule(Condition.paths("/Wiki/a")));
    }

    @Test
    void hosts_cover_whatever_their_case() {
        assertCovers(rule(Condition.hosts("*.Example.com")), rule(Condition.hosts("WIKI.example.COM")));
        assertCoversNot(rule(Condition.hosts("*.example.com")), rule(Condition.hosts("example.com")));
        assertCoversNot(rule(Condition.hosts("*.com")), rule(Condition.paths("/*")));
    }

    @Test
    void every_path_begins_with_a_slash() {
        assertCovers(rule(Condition.paths("/*")), rule(Condition.paths("*.png")));
        assertCovers(rule(Condition.paths("/*")), rule(Condition.hosts("a.com")));
        assertCovers(rule(Condition.paths("*")), rule(Condition.methods("GET")));
        assertCovers(rule(Condition.paths("/*")), rule(Condition.pathsMatching("^/a")));
        assertCoversNot(rule(Condition.paths("/?*")), rule(Condition.hosts("a.com")));
    }

    @Test
    void several_values_together_cover() {
        assertCovers(rule(Condition.paths("/a", "/a?*")), rule(Condition.paths("/a*")));
        assertCovers(rule(Condition.sourceIps("10.0.0.0/9", "10.128.0.0/9")), rule(Condition.sourceIps("10.0.0.0/8")));
        assertCovers(rule(Condition.sourceIps("0.0.0.0/0", "::/0")), rule(Condition.paths("/a")));
        assertCoversNot(rule(Condition.sourceIps("0.0.0.0/0")), rule(Condition.paths("/a")));
    }

    @Test
    void methods_cover_if_each_is_named() {
        assertCovers(rule(Condition.methods("GET", "HEAD")), rule(Condition.methods("GET")));
        assertCoversNot(rule(Condition.methods("GET")), rule(Condition.methods("GET", "HEAD")));
        assertCoversNot(rule(Condition.methods("GET")), rule(Condition.paths("/*")));
    }

    @Test
    void headers_cover_the_same_header_only() {
        ListenerRuleAttributes bots = rule(Condition.header("User-Agent", "*bot*"));
        assertCovers(bots, rule(Condition.header("user-agent", "GoogleBot/2.1"), Condition.header("X", "a")));
        assertCoversNot(bots, rule(Condition.header("X-User-Agent", "GoogleBot/2.1")));
        assertCoversNot(rule(Condition.header("X", "*")), rule(Condition.paths("/*")));
        assertCovers(rule(Condition.headerMatching("X", "^a")), rule(Condition.headerMatching("X", "^a")));
        assertCoversNot(rule(Condition.headerMatching("X", "^a")), rule(Condition.header("X", "a")));
    }

    @Test
    void query_strings_cover_by_key_and_value() {
        assertCovers(rule(Condition.queryString("a*")), rule(Condition.queryString("k", "ab")));
        assertCovers(rule(Condition.queryString("K", "a*")), rule(Condition.queryString("k", "AB")));
        assertCoversNot(rule(Condition.queryString("k", "a*")), rule(Condition.queryString("ab")));
        assertCoversNot(rule(Condition.queryString("k", "a*")), rule(Condition.queryString("other", "ab")));
        assertCoversNot(
                rule(Condition.queryString("k", "a")),
                rule(Condition.queryString(List.of(new QueryParameter("k", "a"), new QueryParameter("l", "a")))));
    }

    @Test
    void what_is_known_later_covers_only_itself() {
        assertCovers(rule(Condition.hosts(TOKEN)), rule(Condition.hosts(TOKEN)));
        assertCoversNot(rule(Condition.hosts(TOKEN)), rule(Condition.hosts(OTHER_TOKEN)));
        assertCovers(rule(Condition.paths("/*")), rule(Condition.paths(TOKEN)));
        assertCovers(rule(Condition.sourceIps(TOKEN)), rule(Condition.sourceIps(TOKEN)));
        assertCoversNot(rule(Condition.sourceIps(TOKEN)), rule(Condition.sourceIps("10.0.0.0/8")));
    }

    @Test
    void one_thing_that_differs_excludes_an_overlap() {
        assertOverlap(Overlap.NEVER, Condition.hosts("a.com"), Condition.hosts("b.com"));
        assertOverlap(Overlap.NEVER, Condition.paths("/a/*"), Condition.paths("/b/*"));
        assertOverlap(Overlap.NEVER, Condition.methods("GET"), Condition.methods("PUT"));
        assertOverlap(Overlap.NEVER, Condition.sourceIps("10.0.0.0/9"), Condition.sourceIps("10.128.0.0/9"));
        assertOverlap(Overlap.NEVER, Condition.header("X", "a"), Condition.header("x", "b"));
        assertOverlap(Overlap.NEVER, Condition.queryString("k", "a"), Condition.queryString("k", "b"));
        assertEquals(
                Overlap.NEVER,
                rule(Condition.hosts("a.com"), Condition.pathsMatching("^/a"))
                        .overlap(rule(Condition.hosts("b.com"), Condition.paths("/a"))));
    }

    @Test
    void whatever_nothing_excludes_overlaps() {
        assertOverlap(Overlap.POSSIBLE, Condition.hosts("a.com"), Condition.paths("/a"));
        assertOverlap(Overlap.POSSIBLE, Condition.paths("/a/*"), Condition.paths("*.png"));
        assertOverlap(Overlap.POSSIBLE, Condition.header("X", "a"), Condition.header("Y", "b"));
        assertOverlap(Overlap.POSSIBLE, Condition.queryString("k", "a"), Condition.queryString("b"));
        assertOverlap(Overlap.POSSIBLE, Condition.sourceIps("10.0.0.0/8"), Condition.sourceIps("10.1.0.0/16"));
        assertOverlap(Overlap.POSSIBLE, Condition.pathsMatching("^/a"), Condition.paths("/*"));
        assertOverlap(Overlap.POSSIBLE, Condition.pathsMatching("^/a"), Condition.pathsMatching("^/a"));
        assertOverlap(Overlap.POSSIBLE, Condition.hosts(TOKEN), Condition.hosts(TOKEN));
    }

    @Test
    void regular_expressions_and_what_is_known_later_leave_it_open() {
        assertOverlap(Overlap.UNDECIDED, Condition.pathsMatching("^/a"), Condition.paths("/b"));
        assertOverlap(Overlap.KNOWN_LATER, Condition.hosts(TOKEN), Condition.hosts("a.com"));
        assertOverlap(Overlap.KNOWN_LATER, Condition.sourceIps(TOKEN), Condition.sourceIps("10.0.0.0/8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/b"})
    void the_outcome_is_the_actions_and_the_transforms(String replacement) {
        ListenerRuleAttributes rule = rule(Condition.paths("/a"));
        ListenerRuleAttributes rewriting = rule.withTransform(List.of(Transform.urlRewrite("^/", replacement)));
        assertTrue(rewriting.hasSameOutcomeAs(rewriting.withCondition(List.of(Condition.paths("/b")))));
        assertTrue(rule.hasSameOutcomeAs(rule.withTransform(List.of())));
        assertFalse(rule.hasSameOutcomeAs(rewriting));
        assertFalse(rule.hasSameOutcomeAs(rule.withAction(Actions.of(Action.fixedResponse(503)))));
    }

    private static ListenerRuleAttributes rule(Condition... conditions) {
        return ListenerRuleAttributes.of(LISTENER, Priority.of(100), List.of(conditions), GONE);
    }

    private static void assertCovers(ListenerRuleAttributes rule, ListenerRuleAttributes other) {
        assertTrue(rule.covers(other), rule.condition() + " covers " + other.condition());
    }

    private static void assertCoversNot(ListenerRuleAttributes rule, ListenerRuleAttributes other) {
        assertFalse(rule.covers(other), rule.condition() + " covers " + other.condition());
    }

    private static void assertOverlap(Overlap expected, Condition one, Condition other) {
        assertEquals(expected, rule(one).overlap(rule(other)));
        assertEquals(expected, rule(other).overlap(rule(one)));
    }
}
