package dev.alb.assertions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Assertions on where requests end, each once where it holds and once where it fails. */
class RequestAssertTest {
    private static final SynthesizedStack STACK = stack("""
            'synchrony': {'listener_arn': '${aws_lb_listener.http.arn}', 'priority': 10,
              'condition': [{'path_pattern': {'values': ['/synchrony', '/synchrony/*']}}],
              'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.synchrony.arn}'}]},
            'closed': {'listener_arn': '${aws_lb_listener.http.arn}', 'priority': 20,
              'condition': [{'path_pattern': {'values': ['/admin/*']}}],
              'action': [{'type': 'fixed-response', 'fixed_response': {'status_code': '403', 'content_type': 'text/plain'}}]},
            'moved': {'listener_arn': '${aws_lb_listener.http.arn}', 'priority': 30,
              'condition': [{'host_header': {'values': ['old.example.com']}}],
              'action': [{'type': 'redirect', 'redirect': {'host': 'wiki.example.com', 'status_code': 'HTTP_302'}}]}""");

    private static SynthesizedStack stack(String rules) {
        return SynthesizedStack.ofJson("""
                {'resource': {
                  'aws_lb': {'alb': {'name': 'alb'}},
                  'aws_lb_target_group': {
                    'confluence': {'port': 8090, 'protocol': 'HTTP'}, 'synchrony': {'port': 8091, 'protocol': 'HTTP'}},
                  'aws_lb_listener': {'http': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80, 'protocol': 'HTTP',
                    'default_action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.confluence.arn}'}]}},
                  'aws_lb_listener_rule': {%s}}}""".formatted(rules));
    }

    @Test
    void a_request_reaches_a_target_group_by_a_rule() {
        STACK.request("http://wiki.example.com/synchrony/v1")
                .withMethod("POST")
                .withHeader("X-A", "b")
                .from("192.0.2.1")
                .at("aws_lb.alb")
                .reaches("aws_lb_target_group.synchrony")
                .byRule("aws_lb_listener_rule.synchrony")
                .signsInBy("none")
                .isRewrittenTo("http://wiki.example.com/synchrony/v1");
        String message = Failure.of(
                () -> STACK.request("http://wiki.example.com/Synchrony/v1").reaches("aws_lb_target_group.synchrony"));
        assertEquals("""
                Expected of http://wiki.example.com/Synchrony/v1: target-group must be aws_lb_target_group.synchrony, \
                got aws_lb_target_group.confluence
                Actual:
                http://wiki.example.com/Synchrony/v1
                  Load balancer  aws_lb.alb
                  Listener       HTTP 80 (aws_lb_listener.http)
                  Not            aws_lb_listener_rule.synchrony (priority 10): asks for path_pattern /synchrony or /synchrony/*
                  Not            aws_lb_listener_rule.closed (priority 20): asks for path_pattern /admin/*
                  Not            aws_lb_listener_rule.moved (priority 30): asks for host_header old.example.com
                  Rule           default action
                  Goes to        aws_lb_target_group.confluence, HTTP on port 8090
                  Note           Nothing here registers a target in aws_lb_target_group.confluence; while it has none, \
                the load balancer answers 503.
                """, message);
    }

    @Test
    void a_request_is_redirected_answered_or_refused() {
        STACK.request("http://old.example.com/a").isRedirectedTo("http://wiki.example.com/a", 302);
        STACK.request("http://wiki.example.com/admin/").isAnsweredWith(403);
        STACK.request("http://wiki.example.com:81/").isRefused();
        assertFails(
                "status must be 301, got 302",
                () -> STACK.request("http://old.example.com/a").isRedirectedTo("http://wiki.example.com/a", 301));
        assertFails(
                "outcome must be fixed-response, got forward",
                () -> STACK.request("http://wiki.example.com/").isAnsweredWith(403));
        assertFails(
                "outcome must be refused, got forward",
                () -> STACK.request("http://wiki.example.com/").isRefused());
        assertFails(
                "rule must be x, got default action",
                () -> STACK.request("http://wiki.example.com/").byRule("x"));
        assertFails(
                "authentication must be authenticate-oidc, got none",
                () -> STACK.request("http://wiki.example.com/").signsInBy("authenticate-oidc"));
        assertFails(
                "rewritten-url must be x",
                () -> STACK.request("http://wiki.example.com/").isRewrittenTo("x"));
        assertFails(
                "--load-balancer must name",
                () -> STACK.request("http://wiki.example.com/")
                        .at("aws_lb.other")
                        .isRefused());
    }

    @Test
    void nothing_else_reaches_a_target_group_is_a_proof_or_a_counterexample() {
        STACK.nothingElseReaches("aws_lb_target_group.synchrony", Requests.forPaths("/synchrony", "/synchrony/*"));
        STACK.nothingElseReaches("aws_lb_target_group.synchrony", Requests.forPaths("/synchrony*"));
        String message = Failure.of(() -> STACK.nothingElseReaches(
                "aws_lb_target_group.synchrony",
                Requests.forPaths("/synchrony/*").atHosts("wiki.example.com", "old.*")));
        assertEquals("""
                Expected that nothing reaches aws_lb_target_group.synchrony but \
                [path_pattern /synchrony/* and host_header wiki.example.com or old.*], got
                http://other.example.com/synchrony reaches it by aws_lb_listener_rule.synchrony of aws_lb_listener.http""", message);
        assertFails("reaches it by default action", () -> STACK.nothingElseReaches("aws_lb_target_group.confluence"));
    }

    @Test
    void what_cannot_be_told_is_no_proof() {
        SynthesizedStack regex = stack("""
                'any': {'listener_arn': '${aws_lb_listener.http.arn}', 'priority': 10,
                  'condition': [{'path_pattern': {'regex_values': ['^/synchrony']}}],
                  'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.synchrony.arn}'}]}""");
        assertFails(
                "may reach it by aws_lb_listener_rule.any",
                () -> regex.nothingElseReaches("aws_lb_target_group.synchrony", Requests.forPaths("/synchrony*")));
    }

    @Test
    void each_rule_can_match_or_those_that_cover_it_are_named() {
        STACK.everyRuleCanMatch();
        SynthesizedStack hidden = stack("""
                'all': {'listener_arn': '${aws_lb_listener.http.arn}', 'priority': 1,
                  'condition': [{'path_pattern': {'values': ['/a*']}}],
                  'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.confluence.arn}'}]},
                'api': {'listener_arn': '${aws_lb_listener.http.arn}', 'priority': 2,
                  'condition': [{'path_pattern': {'values': ['/api/*']}}],
                  'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.synchrony.arn}'}]}""");
        assertEquals("""
                Expected that every rule can match, got
                aws_lb_listener_rule.api asks for path_pattern /api/*, and aws_lb_listener_rule.all takes all of these first""", Failure.of(hidden::everyRuleCanMatch));
    }

    @Test
    void classes_of_requests_are_narrowed_step_by_step() {
        Requests requests = Requests.forHosts("wiki.example.com")
                .withMethods("GET", "HEAD")
                .withHeader("X-Beta", "on")
                .from("10.0.0.0/8");
        assertEquals(
                "host_header wiki.example.com and http_request_method GET or HEAD and header x-beta on and source_ip"
                        + " 10.0.0.0/8",
                requests.toString());
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class, () -> Requests.forPaths("/*").from("10.0.0.1"));
        assertTrue(String.valueOf(wrong.getMessage()).contains("got \"10.0.0.1\""), wrong::getMessage);
    }

    private static void assertFails(String expected, org.junit.jupiter.api.function.Executable assertion) {
        String message = Failure.of(assertion);
        assertTrue(message.contains(expected), message);
    }
}
