package dev.alb.route;

import static dev.alb.topology.Topologies.condition;
import static dev.alb.topology.Topologies.forward;
import static dev.alb.topology.Topologies.rule;
import static dev.alb.topology.Topologies.withRules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.routing.Request;
import dev.alb.topology.Topologies;
import dev.alb.topology.Topology;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a URL, for each condition and each action as AWS documents them. */
class RouterTest {
    private static final Request WIKI = Request.of("https://wiki.example.com/");
    private static final String ALL = condition("path_pattern", "/*");

    private static Route route(Topology topology, Request request) {
        try {
            return new Router(topology, null).route(request);
        } catch (Unroutable e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Route route(Request request, String... rules) {
        return route(withRules(List.of(rules)), request);
    }

    private static Request at(String path) {
        return Request.of("https://wiki.example.com" + path);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of("a host", condition("host_header", "WIKI.example.com"), WIKI, true),
                Arguments.of("another host", condition("host_header", "*.example.org"), WIKI, false),
                Arguments.of("a path", condition("path_pattern", "/a/*"), at("/a/"), true),
                Arguments.of("a path in other letters", condition("path_pattern", "/A/*"), at("/a/"), false),
                Arguments.of("a method", condition("http_request_method", "PUT"), WIKI.withMethod("PUT"), true),
                Arguments.of("another method", condition("http_request_method", "PUT"), WIKI, false),
                Arguments.of("an address", condition("source_ip", "10.0.0.0/8"), WIKI.from("10.1.2.3"), true),
                Arguments.of(
                        "an address elsewhere", condition("source_ip", "10.0.0.0/8"), WIKI.from("11.1.2.3"), false),
                Arguments.of(
                        "a header",
                        "{'http_header': {'http_header_name': 'X-Beta', 'values': ['y*']}}",
                        WIKI.withHeader("x-beta", "Yes"),
                        true),
                Arguments.of(
                        "no header", "{'http_header': {'http_header_name': 'X-Beta', 'values': ['*']}}", WIKI, false),
                Arguments.of("a parameter", "{'query_string': [{'key': 'k', 'value': 'v'}]}", at("/?k=v"), true),
                Arguments.of("a value alone", "{'query_string': [{'value': 'v'}]}", at("/?any=v"), true),
                Arguments.of("another value", "{'query_string': [{'key': 'k', 'value': 'v'}]}", at("/?k=w"), false),
                Arguments.of(
                        "two, one of them unmet", ALL + "," + condition("host_header", "x.example.com"), WIKI, false),
                Arguments.of("an expression", "{'path_pattern': {'regex_values': ['^/v[0-9]+$']}}", at("/v12"), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void a_rule_asks_for(String what, String condition, Request request, boolean applies) {
        Route route = route(request, rule("asked", 1, condition, forward("confluence")));
        assertEquals(
                applies ? "aws_lb_listener_rule.asked" : "default action",
                route.rule().orElseThrow(),
                () -> RouteText.of(route));
        assertEquals(applies ? "forward" : "fixed-response", route.ending().kind(), () -> RouteText.of(route));
    }

    static Stream<Arguments> actions() {
        return Stream.of(
                Arguments.of(forward("confluence"), "aws_lb_target_group.confluence"),
                Arguments.of(
                        "'action': [{'type': 'forward', 'forward': {'target_group': ["
                                + "{'arn': '${aws_lb_target_group.confluence.arn}', 'weight': 9},"
                                + "{'arn': '${aws_lb_target_group.synchrony.arn}', 'weight': 1}]}}]",
                        "aws_lb_target_group.confluence (90 %), aws_lb_target_group.synchrony (10 %)"),
                Arguments.of(
                        "'action': [{'type': 'redirect', 'redirect': {'host': 'new.#{host}', 'path': '/x/#{path}', "
                                + "'query': 'from=#{port}', 'status_code': 'HTTP_302'}}]",
                        "redirect to https://new.wiki.example.com/x/a/b?from=443 (302)"),
                Arguments.of(
                        "'action': [{'type': 'redirect', 'redirect': {'protocol': 'HTTP', 'port': '8080', "
                                + "'status_code': 'HTTP_301'}}]",
                        "redirect to http://wiki.example.com:8080/a/b?c=d (301)"),
                Arguments.of(
                        "'action': [{'type': 'fixed-response', 'fixed_response': {'status_code': '503', "
                                + "'content_type': 'text/plain', 'message_body': 'later'}}]",
                        "answer 503 \"later\""));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void a_rule_does(String action, String expected) {
        Route route = route(at("/a/b?c=d"), rule("one", 1, ALL, action));
        assertEquals(expected, Words.of(route.ending()));
    }

    @Test
    void a_client_signs_in_first() {
        String actions = "'action': [{'type': 'forward', 'order': 2, 'target_group_arn': "
                + "'${aws_lb_target_group.confluence.arn}'}, {'type': 'authenticate-oidc', 'order': 1, "
                + "'authenticate_oidc': {'authorization_endpoint': 'https://id.example.com/authorize'}}]";
        Route route = route(WIKI, rule("one", 1, ALL, actions));
        assertEquals(List.of("authenticate-oidc at https://id.example.com/authorize"), route.authentication());
        assertEquals("forward", route.ending().kind());
    }

    @Test
    void targets_are_those_that_are_attached_and_those_of_an_auto_scaling_group() {
        Route synchrony = route(WIKI, rule("one", 1, ALL, forward("synchrony")));
        assertTrue(
                RouteText.of(synchrony)
                        .contains("aws_lb_target_group.synchrony, HTTP on port 8091\n"
                                + "                 targets: 10.0.0.7:18091\n"),
                () -> RouteText.of(synchrony));
        Route confluence = route(WIKI, rule("one", 1, ALL, forward("confluence")));
        assertTrue(
                RouteText.of(confluence).contains("targets: Auto Scaling group nodes\n"),
                () -> RouteText.of(confluence));
        Route empty = route(WIKI, rule("one", 1, ALL, forward("function")));
        assertTrue(empty.notes().toString().contains("Nothing here registers a target"), () -> RouteText.of(empty));
    }

    static Stream<Arguments> rewrites() {
        return Stream.of(
                Arguments.of("url-rewrite", "^/api/(.*)$", "/$1", "https://wiki.example.com/v1?x=y"),
                Arguments.of("url-rewrite", "^/api/([^?]*).*", "/$1?was=api", "https://wiki.example.com/v1?was=api"),
                Arguments.of("url-rewrite", "^/other", "/", "https://wiki.example.com/api/v1?x=y"),
                Arguments.of(
                        "host-header-rewrite",
                        "^(.+)\\\\.example\\\\.com$",
                        "$1.internal",
                        "https://wiki.internal/api/v1?x=y"));
    }

    @ParameterizedTest
    @MethodSource("rewrites")
    void a_target_is_asked_for(String kind, String regex, String replace, String expected) {
        String transform = "'transform': [{'type': '%s', '%s_config': {'rewrite': {'regex': '%s', 'replace': '%s'}}}]"
                .formatted(kind, kind.replace('-', '_'), regex, replace);
        Route route = route(at("/api/v1?x=y"), rule("one", 1, ALL, forward("confluence") + "," + transform));
        Ending.Forwarded forwarded = (Ending.Forwarded) route.ending();
        assertEquals(expected, forwarded.url());
        assertEquals(!regex.equals("^/other"), forwarded.isRewritten());
    }

    @Test
    void a_websocket_is_closed_when_it_is_idle_and_not_opened_over_grpc() {
        Request upgrade = WIKI.withHeader("Upgrade", "websocket");
        Route plain = route(upgrade, rule("one", 1, ALL, forward("synchrony")));
        assertEquals(
                List.of("A WebSocket on which nothing is sent for 300 s is closed (idle_timeout)."), plain.notes());
        Route grpc = route(upgrade, rule("one", 1, ALL, forward("grpc")));
        assertTrue(grpc.notes().toString().contains("speaks GRPC, which has no Upgrade"), grpc.notes()::toString);
    }

    @Test
    void a_port_without_a_listener_refuses_and_a_protocol_is_not_guessed() {
        Route port = route(Request.of("https://wiki.example.com:8443/"));
        assertEquals(
                "refused: nothing here listens on port 8443; there is HTTP 80, HTTPS 443", Words.of(port.ending()));
        Route plain = route(Request.of("http://wiki.example.com:443/"));
        assertEquals(
                "refused: port 443 takes HTTPS, and the load balancer answers 400 to plain HTTP",
                Words.of(plain.ending()));
        Route tls = route(Request.of("https://wiki.example.com:80/"));
        assertEquals("refused: port 80 takes plain HTTP, and a TLS handshake fails", Words.of(tls.ending()));
    }

    @Test
    void an_earlier_rule_tells_what_it_asks_for() {
        Route route = route(
                at("/synchrony/v1"),
                rule("admin", 5, condition("path_pattern", "/admin/*"), forward("confluence")),
                rule("synchrony", 10, condition("path_pattern", "/synchrony/*"), forward("synchrony")));
        assertEquals("""
                https://wiki.example.com/synchrony/v1
                  Load balancer  aws_lb.alb
                  Listener       HTTPS 443 (aws_lb_listener.https)
                  Certificate    aws_acm_certificate.main
                  Not            aws_lb_listener_rule.admin (priority 5): asks for path_pattern /admin/*
                  Rule           aws_lb_listener_rule.synchrony (priority 10): path_pattern /synchrony/*
                  Goes to        aws_lb_target_group.synchrony, HTTP on port 8091
                                 targets: 10.0.0.7:18091
                """, RouteText.of(route));
    }

    @Test
    void what_depends_on_the_client_is_not_guessed() {
        Route route = route(WIKI, rule("office", 1, condition("source_ip", "10.0.0.0/8"), forward("confluence")));
        assertEquals("unknown", route.ending().kind());
        assertTrue(route.notes().toString().contains("--source-ip"), route.notes()::toString);
        Route value = route(
                WIKI, rule("late", 1, condition("path_pattern", "${aws_ssm_parameter.path.value}"), forward("grpc")));
        assertEquals("unknown", value.ending().kind());
    }

    @Test
    void a_redirect_is_followed_and_a_loop_is_seen() throws Unroutable {
        Router router = new Router(withRules(List.of(rule("one", 1, ALL, forward("confluence")))), null);
        List<Route> routes = router.follow(Request.of("http://wiki.example.com/a"));
        assertEquals(
                List.of("redirect", "forward"),
                routes.stream().map(route -> route.ending().kind()).toList());
        String back = "'action': [{'type': 'redirect', 'redirect': {'protocol': 'HTTP', 'port': '80', "
                + "'status_code': 'HTTP_301'}}]";
        List<Route> loop = new Router(withRules(List.of(rule("one", 1, ALL, back))), null)
                .follow(Request.of("http://wiki.example.com/a"));
        assertEquals(2, loop.size());
        assertTrue(
                loop.get(1).notes().toString().contains("a loop"), loop.get(1).notes()::toString);
    }

    @Test
    void of_several_load_balancers_dns_decides_then_the_port_and_then_the_user() throws Unroutable {
        String two = """
                {'resource': {'aws_lb': {'one': {'name': 'first'}, 'two': {'name': 'second'}},
                  'aws_route53_record': {'two': {'name': 'wiki.example.com', 'type': 'A', 'zone_id': 'Z1',
                    'alias': [{'name': '${aws_lb.two.dns_name}'}]}},
                  'aws_lb_listener': {
                    'one': {'load_balancer_arn': '${aws_lb.one.arn}', 'port': 80, 'protocol': 'HTTP', 'default_action': []},
                    'two': {'load_balancer_arn': '${aws_lb.two.arn}', 'port': 80, 'protocol': 'HTTP', 'default_action': []},
                    'own': {'load_balancer_arn': '${aws_lb.one.arn}', 'port': 81, 'protocol': 'HTTP', 'default_action': []}}}}
                """;
        Topology topology = Topologies.of(two);
        assertEquals(
                "aws_lb.two",
                route(topology, Request.of("http://wiki.example.com/")).loadBalancer());
        assertEquals(
                "aws_lb.one",
                route(topology, Request.of("http://other.example.com:81/")).loadBalancer());
        Router router = new Router(topology, null);
        Unroutable several =
                assertThrows(Unroutable.class, () -> router.route(Request.of("http://other.example.com/")));
        assertTrue(
                String.valueOf(several.getMessage())
                        .endsWith("choose one with --load-balancer: aws_lb.one, aws_lb.two"),
                several::getMessage);
        Route named = new Router(topology, "first").route(Request.of("http://other.example.com/"));
        assertEquals("aws_lb.one", named.loadBalancer());
        Unroutable wrong = assertThrows(
                Unroutable.class, () -> new Router(topology, "third").route(Request.of("http://x.example.com/")));
        assertTrue(String.valueOf(wrong.getMessage()).contains("got \"third\""), wrong::getMessage);
    }

    @Test
    void a_listener_of_somebody_else_may_have_rules_that_nobody_here_knows() {
        Topology topology = Topologies.of("""
                {'resource': {
                  'aws_lb_target_group': {'app': {'port': 80, 'protocol': 'HTTP'}},
                  'aws_lb_listener_rule': {'app': {
                    'listener_arn': 'arn:aws:elasticloadbalancing:eu-central-1:1:listener/app/x/1/2', 'priority': 1,
                    'condition': [{'path_pattern': {'values': ['/app/*']}}],
                    'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.app.arn}'}]}}}}""");
        Route app = route(topology, Request.of("https://x.example.com/app/"));
        assertEquals("aws_lb_target_group.app", Words.of(app.ending()));
        assertTrue(app.notes().toString().contains("belongs to another configuration"), app.notes()::toString);
        assertTrue(app.tls().isEmpty(), app::toString);
        Route rest = route(topology, Request.of("https://x.example.com/"));
        assertEquals("elsewhere", rest.ending().kind());
    }
}
