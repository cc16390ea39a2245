package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.Exchange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What rules say is done: forwards, redirects, fixed responses, transforms, and a clear word where it can't be done here. */
class ActionsTest {
    private static final String TO_OTHER =
            "'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.other.arn}'}]";
    private static final String TO_HTTPS =
            "{'type': 'redirect', 'redirect': {'protocol': 'HTTPS', 'port': '443'," + " 'status_code': 'HTTP_301'}}";

    private static ScriptedTarget app;
    private static ScriptedTarget other;
    private static Served served;

    @BeforeAll
    static void serve() {
        app = ScriptedTarget.echo();
        other = ScriptedTarget.echo();
        served = Served.with(Stack.plain(), targets());
    }

    @AfterAll
    static void stop() {
        served.close();
        app.close();
        other.close();
    }

    private static Map<String, Integer> targets() {
        return Map.of("i-app", app.port(), "i-other", other.port());
    }

    private static Exchange asked(Stack stack, String... lines) {
        served.update(stack, targets());
        served.ask(lines);
        return served.exchange();
    }

    private static Wire.Message get(Stack stack, String path) {
        served.update(stack, targets());
        Wire.Message answer = served.get(path);
        served.exchange();
        return answer;
    }

    private static Stack rule(String conditions) {
        return Stack.plain().withTargetGroup("other", "").withRule("one", conditions, TO_OTHER);
    }

    private static void assertTakes(String conditions, String... lines) {
        Exchange exchange = asked(rule(conditions), lines);
        assertEquals("aws_lb_listener_rule.one", exchange.rule().name(), exchange::toString);
        assertEquals(1, exchange.rule().priority());
        assertEquals(List.of("forward"), exchange.rule().actions());
        assertEquals("i-other", exchange.targets().get(0).id());
    }

    private static void assertLeaves(String conditions, String... lines) {
        Exchange exchange = asked(rule(conditions), lines);
        assertNull(exchange.rule().name(), exchange::toString);
        assertEquals(0, exchange.rule().priority());
        assertEquals("i-app", exchange.targets().get(0).id());
    }

    @Test
    void a_rule_takes_what_its_conditions_ask_for() {
        String host = "Host: wiki.example.com";
        String path = "{'path_pattern': {'values': ['/synchrony*']}}";
        assertTakes(path, "GET /synchrony/v1?a=b HTTP/1.1", host);
        assertLeaves(path, "GET /other HTTP/1.1", host);
        String header = "{'http_header': {'http_header_name': 'X-Who', 'values': ['me*']}}";
        assertTakes(header, "GET / HTTP/1.1", host, "x-who: ME too");
        assertLeaves(header, "GET / HTTP/1.1", host, "x-who: you");
        String query = "{'query_string': [{'key': 'v', 'value': '2'}]}";
        assertTakes(query, "GET /?a&v=2 HTTP/1.1", host);
        assertLeaves(query, "GET /?v=3 HTTP/1.1", host);
        assertTakes("{'http_request_method': {'values': ['PUT']}}", "PUT / HTTP/1.1", host, "Content-Length: 0");
        assertTakes("{'source_ip': {'values': ['127.0.0.0/8']}}", "GET / HTTP/1.1", host);
        assertLeaves("{'source_ip': {'values': ['10.0.0.0/8']}}", "GET / HTTP/1.1", host);
    }

    @Test
    void this_machine_counts_as_the_name_in_DNS() {
        String wiki = "{'host_header': {'values': ['wiki.example.com']}}";
        assertTakes(wiki, "GET / HTTP/1.1", "Host: localhost:8080");
        assertTakes(wiki, "GET / HTTP/1.1", "Host: 127.0.0.1");
        assertTakes(wiki, "GET / HTTP/1.1", "Host: WIKI.example.com");
        assertLeaves(wiki, "GET / HTTP/1.1", "Host: other.example.com");
    }

    @Test
    void a_redirect_leads_to_the_local_port_and_keeps_path_and_query() {
        Stack stack = Stack.plain().withAction(TO_HTTPS);
        Wire.Message answer = get(stack, "/a%20b/?c=&d=e");
        assertEquals(301, answer.status());
        assertEquals("https://wiki.example.com:" + served.https() + "/a%20b/?c=&d=e", answer.header("Location"));
        assertEquals(134, answer.body().length(), "as long as the page of AWS");
        Exchange exchange = asked(stack, "GET / HTTP/1.1", "Host: localhost:8080");
        assertEquals(
                "https://localhost:" + served.https() + "/", exchange.answered().redirectUrl());
        assertEquals(List.of("redirect"), exchange.rule().actions());
    }

    @Test
    void a_redirect_elsewhere_is_left_as_it_is() {
        Stack stack = Stack.plain()
                .withAction(
                        "{'type': 'redirect', 'redirect': {'host': 'new.example.net',"
                                + " 'path': '/#{host}/#{port}#{path}', 'query': 'from=#{protocol}&#{query}', 'status_code': 'HTTP_302'}}");
        Wire.Message answer = get(stack, "/p?q=1");
        assertEquals(302, answer.status());
        assertEquals("http://new.example.net/wiki.example.com/80p?from=http&q=1", answer.header("Location"));
    }

    @Test
    void a_fixed_response_has_its_status_type_and_body() {
        Stack stack = Stack.plain()
                .withAction("{'type': 'fixed-response', 'fixed_response': {'status_code': '503',"
                        + " 'content_type': 'application/json', 'message_body': '[]'}}");
        Wire.Message answer = get(stack, "/");
        assertEquals(503, answer.status());
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals("[]", answer.body());
        assertEquals("awselb/2.0", answer.header("Server"));
    }

    @Test
    void several_requests_on_a_connection_are_answered_in_turn_also_where_a_body_is_not_wanted() {
        served.update(Stack.plain().withAction(TO_HTTPS), targets());
        try (Wire wire = Wire.to(served.http())) {
            for (int i = 0; i < 3; i++) {
                wire.say("POST /" + i + " HTTP/1.1", "Host: a.example.com", "Content-Length: 3", "")
                        .send("abc");
                assertTrue(wire.message().header("Location").endsWith("/" + i));
                served.exchange();
            }
        }
    }

    @Test
    void transforms_change_what_the_target_is_asked_for() {
        String transform = "'transform': [{'type': 'url-rewrite', 'url_rewrite_config': [{'rewrite':"
                + " [{'regex': '^/synchrony1/(.*)', 'replace': '/synchrony/$1'}]}]}, {'type': 'host-header-rewrite',"
                + " 'host_header_rewrite_config': [{'rewrite': [{'regex': '^wiki\\\\.', 'replace': 'inner.'}]}]}]";
        Stack stack = Stack.plain()
                .withTargetGroup("other", "")
                .withRule("one", "{'path_pattern': {'values': ['/*']}}", TO_OTHER + ", " + transform);
        Wire.Message answer = get(stack, "/synchrony1/v1?a=");
        assertTrue(answer.body().startsWith("GET /synchrony/v1?a= HTTP/1.1\n"), answer::toString);
        assertTrue(answer.body().contains("Host: inner.example.com\n"), answer::toString);
    }

    @Test
    void weights_share_requests_and_a_cookie_keeps_a_client_with_its_group() {
        Stack stack = Stack.plain()
                .withTargetGroup("other", "")
                .withAction("{'type': 'forward', 'forward':"
                        + " {'target_group': [{'arn': '${aws_lb_target_group.app.arn}', 'weight': 1},"
                        + " {'arn': '${aws_lb_target_group.other.arn}', 'weight': 1}],"
                        + " 'stickiness': {'enabled': true, 'duration': 60}}}");
        served.update(stack, targets());
        Wire.Message first = served.get("/");
        List<String> cookies = first.headers("Set-Cookie");
        assertTrue(cookies.stream().anyMatch(cookie -> cookie.startsWith("AWSALBTG=")), first::toString);
        String id = served.exchange().targets().get(0).id();
        String cookie = cookies.get(0).split(";")[0];
        for (int i = 0; i < 4; i++) {
            Exchange again = asked(stack, "GET / HTTP/1.1", "Host: wiki.example.com", "Cookie: a=b; " + cookie);
            assertEquals(id, again.targets().get(0).id());
        }
    }

    @Test
    void what_can_not_be_done_here_is_named_and_warned_of() {
        Stack stack = Stack.plain().withRule("login", "{'path_pattern': {'values': ['/*']}}", """
                'action': [{'type': 'authenticate-oidc', 'order': 1, 'authenticate_oidc':
                  {'authorization_endpoint': 'https://id.example.com/a'}},
                  {'type': 'forward', 'order': 2, 'target_group_arn': '${aws_lb_target_group.app.arn}'}]""");
        Wire.Message answer = get(stack, "/");
        assertEquals(501, answer.status());
        assertTrue(answer.body().contains("authenticate-oidc at https://id.example.com/a"), answer::toString);
        List<String> warnings = served.loadBalancer().warnings();
        assertTrue(
                warnings.stream().anyMatch(one -> one.startsWith("aws_lb_listener_rule.login: authenticate-oidc")),
                warnings::toString);
    }

    @Test
    void a_function_is_not_called_and_the_page_says_so() {
        Stack stack = Stack.plain()
                .withResource("'aws_lb_target_group': {'function': {'target_type': 'lambda'}}")
                .withAction("{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.function.arn}'}");
        Wire.Message answer = get(stack, "/");
        assertEquals(501, answer.status());
        assertTrue(answer.body().contains("aws_lb_target_group.function calls a function"), answer::toString);
    }

    @Test
    void a_rule_in_doubt_is_named_instead_of_guessed() {
        Stack stack = rule("{'path_pattern': {'regex_values': ['/secret']}}");
        Wire.Message answer = get(stack, "/secret/a");
        assertEquals(500, answer.status(), answer::toString);
        assertTrue(answer.body().contains("aws_lb_listener_rule.one"), answer::toString);
    }
}
