package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.LoadBalancing.answer;
import static dev.alb.sandbox.services.LoadBalancing.arn;
import static dev.alb.sandbox.services.LoadBalancing.error;
import static dev.alb.sandbox.services.LoadBalancing.host;
import static dev.alb.sandbox.services.LoadBalancing.path;
import static dev.alb.sandbox.services.LoadBalancing.redirect;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Elastic Load Balancing says about rules. */
class ListenerRulesTest {
    private static final String CREATE = "creating ELBv2 Listener Rule: " + error("CreateRule");
    private static final String TYPE = "aws_lb_listener_rule";

    private final LoadBalancing elb = new LoadBalancing();
    private final Value.Mapping wiki = elb.loadBalancer("wiki");
    private final Value.Mapping http = elb.listener(wiki, 80, answer("404"));

    @Test
    void a_priority_is_taken_once() {
        elb.rule(http, 10);
        assertEquals(CREATE + "PriorityInUse: Priority '10' is currently in use", refusal(() -> elb.rule(http, 10)));
        elb.rule(elb.listener(wiki, 81, answer("404")), 10);
    }

    @Test
    void a_rule_without_a_priority_is_the_last() {
        assertEquals("1", rule(Map.of()).get("priority").text());
        elb.rule(http, 10);
        assertEquals("11", rule(Map.of()).get("priority").text());
    }

    @Test
    void two_rules_cannot_swap_their_priorities() {
        Value.Mapping first = elb.rule(http, 1);
        Value.Mapping second = elb.rule(http, 2);
        assertEquals(
                "updating ELB v2 Listener Rule (" + arn(first) + "): setting priority: " + error("SetRulePriorities")
                        + "PriorityInUse: Priority '2' is currently in use",
                refusal(() -> elb.aws.update(TYPE, first, "priority", 2)));
        refusal(() -> elb.aws.update(TYPE, second, "priority", 1));
        assertEquals("1", elb.aws.read(TYPE, first).get("priority").text());
    }

    @Test
    void a_new_priority_stays_where_the_rest_is_refused() {
        Value.Mapping rule = elb.rule(http, 1);
        Map<String, Object> changes = Map.of("priority", 5, "condition", List.of(path("/a b")));
        assertEquals(
                "modifying LB Listener Rule: " + error("ModifyRule")
                        + "api error ValidationError: Condition value '/a b' contains a character that is not valid",
                refusal(() -> elb.aws.update(TYPE, rule, changes)));
        Value.Mapping left = elb.aws.read(TYPE, rule);
        assertEquals("5", left.get("priority").text(), left::toString);
        assertEquals(rule.get("condition"), left.get("condition"), left::toString);
    }

    @Test
    void its_listener_must_be_there() {
        elb.aws.delete("aws_lb_listener", http);
        assertEquals(CREATE + "ListenerNotFound: One or more listeners not found", refusal(() -> elb.rule(http, 1)));
    }

    @Test
    void a_hundred_are_all_that_a_load_balancer_may_have() {
        Value.Mapping other = elb.listener(wiki, 81, answer("404"));
        for (int priority = 1; priority <= 50; priority++) {
            elb.rule(http, priority);
            elb.rule(other, priority);
        }
        assertEquals(
                CREATE + "TooManyRules: The maximum number of rules on load balancer " + arn(wiki)
                        + " has been reached",
                refusal(() -> elb.rule(http, 51)));
    }

    @Test
    void five_values_are_the_most_over_all_conditions() {
        String five = "api error ValidationError: A rule can only have '5' condition values";
        refuses(five, path("/1", "/2", "/3", "/4", "/5", "/6"));
        refuses(five, path("/1", "/2", "/3"), host("a.example.com", "b.example.com", "c.example.com"));
        rule(Map.of("condition", List.of(path("/1", "/2", "/3", "/4", "/5"))));
    }

    @Test
    void five_wildcards_are_the_most() {
        String five = "api error ValidationError: A rule can only have '5' wildcards in its condition values";
        refuses(five, path("/*/*/*"), host("*.*.*.com"));
        rule(Map.of("condition", List.of(path("/*/*/*"), host("*.*.com"))));
    }

    @Test
    void most_kinds_of_conditions_stand_once() {
        refuses("api error ValidationError: A rule can only have one 'path-pattern' condition", path("/1"), path("/2"));
        Map<String, Object> header = Map.of("http_header_name", "X-A", "values", List.of("1"));
        Map<String, Object> another = Map.of("http_header_name", "X-B", "values", List.of("1"));
        rule(Map.of(
                "condition", List.of(Map.of("http_header", List.of(header)), Map.of("http_header", List.of(another)))));
    }

    @Test
    void the_provider_wants_one_kind_in_a_block() {
        String kinds = "host_header, http_header, http_request_method, path_pattern, query_string or source_ip";
        assertEquals(
                "Only one of " + kinds + " can be set in a condition block",
                refusal(() ->
                        rule(Map.of("condition", List.of(LoadBalancing.with(path("/1"), host("a.example.com")))))));
        assertEquals(
                "One of " + kinds + " must be set in a condition block",
                refusal(() -> rule(Map.of("condition", List.of(Map.of())))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a%20b", "/{a}", "/ä"})
    void a_path_has_few_special_characters(String path) {
        refuses(
                "api error ValidationError: Condition value '" + path + "' contains a character that is not valid",
                path(path));
    }

    @Test
    void a_host_is_a_name_with_a_dot() {
        refuses("api error ValidationError: Condition value 'localhost' is not a valid host name", host("localhost"));
        refuses(
                "api error ValidationError: Condition value 'a_b.example.com' contains a character that is not valid",
                host("a_b.example.com"));
        rule(Map.of("condition", List.of(host("*.example.com"))));
    }

    @Test
    void a_redirect_to_itself_is_refused() {
        assertEquals(
                CREATE
                        + "InvalidLoadBalancerAction: The redirect configuration is not valid because it creates a loop.",
                refusal(() -> rule(Map.of("action", List.of(redirect(Map.of()))))));
    }

    @Test
    void one_transform_of_each_kind() {
        Map<String, Object> rewrite = Map.of("rewrite", List.of(Map.of("regex", "a", "replace", "b")));
        Map<String, Object> other = Map.of("rewrite", List.of(Map.of("regex", "c", "replace", "d")));
        List<Object> twice = List.of(
                Map.of("type", "url-rewrite", "url_rewrite_config", List.of(rewrite)),
                Map.of("type", "url-rewrite", "url_rewrite_config", List.of(other)));
        assertEquals(
                CREATE + "api error ValidationError: A rule can only have one transform of type 'url-rewrite'",
                refusal(() -> rule(Map.of("transform", twice))));
    }

    @Test
    void a_listeners_own_rule_cannot_be_deleted() {
        Value.Mapping own = elb.aws.declare(
                TYPE,
                Map.of(
                        "listener_arn", arn(http),
                        "priority", 99_999,
                        "condition", List.of(),
                        "action", List.of(answer("404"))));
        assertEquals(
                "deleting ELBv2 Listener Rule (" + arn(own) + "): " + error("DeleteRule")
                        + "OperationNotPermitted: Default rule '" + arn(own) + "' cannot be deleted",
                refusal(() -> elb.aws.delete(TYPE, own)));
        assertEquals("1", rule(Map.of()).get("priority").text());
    }

    @Test
    void deleting_one_that_is_gone_is_no_error() {
        Value.Mapping rule = elb.rule(http, 1);
        elb.aws.delete(TYPE, rule);
        elb.aws.delete(TYPE, rule);
        assertTrue(elb.aws.all(TYPE).isEmpty());
    }

    private Value.Mapping rule(Map<String, ?> more) {
        return elb.rule(http, more);
    }

    private void refuses(String error, Object... conditions) {
        assertEquals(CREATE + error, refusal(() -> rule(Map.of("condition", List.of(conditions)))));
    }
}
