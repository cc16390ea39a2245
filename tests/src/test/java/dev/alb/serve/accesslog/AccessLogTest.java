package dev.alb.serve.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.Exchange;
import dev.alb.topology.Topologies;
import dev.alb.topology.Topology;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written about a request, in the format of AWS and for a person. */
class AccessLogTest {
    private static final Instant CREATED = Instant.parse("2026-11-24T12:03:04.018364Z");
    private static final InetSocketAddress CLIENT = new InetSocketAddress("127.0.0.1", 2817);
    private static final InetSocketAddress LOCAL = new InetSocketAddress("127.0.0.1", 8091);

    private static final Topology TOPOLOGY = Topologies.of("""
            {'resource': {
              'aws_lb': {'alb': {'name': 'wiki', 'arn':
                'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/wiki/50dc6c495c0c9188'}},
              'aws_acm_certificate': {'main': {'domain_name': 'wiki.example.com', 'arn':
                'arn:aws:acm:eu-central-1:123456789012:certificate/one'}},
              'aws_lb_target_group': {'synchrony': {'port': 8091, 'protocol': 'HTTP', 'arn':
                'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/synchrony/73e2d6bc24d8a067'}},
              'aws_lb_listener': {'https': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 443, 'protocol': 'HTTPS',
                'default_action': []}}}}""");

    private static final Exchange.Asked ASKED =
            new Exchange.Asked("GET", "https", "wiki.example.com", 443, "/synchrony/v1?a=b", "HTTP/1.1", "curl/8.5.0");
    private static final Exchange.Times TIMES = new Exchange.Times(
            CREATED, CREATED.plusMillis(49), Duration.ofMillis(1), Duration.ofMillis(48), Duration.ofNanos(400_000));
    private static final Exchange.Times UNSENT = new Exchange.Times(CREATED, CREATED.plusMillis(2), null, null, null);
    private static final Exchange.Decided RULE =
            new Exchange.Decided("aws_lb_listener_rule.synchrony", 10, List.of("forward"));
    private static final Exchange.Encryption ENCRYPTION = new Exchange.Encryption(
            "TLSv1.3", "TLS_AES_128_GCM_SHA256", "wiki.example.com", "aws_acm_certificate.main");

    private static Exchange forwarded() {
        return new Exchange(
                "https",
                "aws_lb_listener.https",
                CLIENT,
                ASKED,
                TIMES,
                new Exchange.Answered(200, 34, 366, null, null),
                RULE,
                List.of(attempt(200)),
                ENCRYPTION,
                "Root=1-58337281-1d84f3d73c47ec4e58577259",
                "TID_0123456789abcdef0123456789abcdef",
                Exchange.Classification.COMPLIANT);
    }

    private static Exchange.Attempt attempt(Integer status) {
        return new Exchange.Attempt("aws_lb_target_group.synchrony", "i-1", 8091, LOCAL, status);
    }

    private static Exchange ended(
            Exchange.Asked asked,
            Exchange.Answered answered,
            Exchange.Decided rule,
            List<Exchange.Attempt> targets,
            Exchange.Classification classification) {
        return new Exchange(
                "http",
                "aws_lb_listener.https",
                CLIENT,
                asked,
                UNSENT,
                answered,
                rule,
                targets,
                null,
                "",
                "",
                classification);
    }

    private static Exchange failed(int status, String reason, Exchange.Decided rule, Exchange.Attempt... targets) {
        return ended(
                ASKED,
                new Exchange.Answered(status, 34, 366, null, reason),
                rule,
                List.of(targets),
                Exchange.Classification.COMPLIANT);
    }

    private static String entry(Exchange exchange) {
        return new AccessLogEntry(TOPOLOGY).of(exchange);
    }

    private static String line(Exchange exchange) {
        return new ShortLine(ZoneOffset.UTC).of(exchange);
    }

    /** The fields as a program reads them that knows the format. */
    private static List<String> fields(Exchange exchange) {
        Matcher matcher =
                Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^ \"]+)").matcher(entry(exchange));
        List<String> fields = new ArrayList<>();
        while (matcher.find()) {
            fields.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        assertEquals(33, fields.size(), fields::toString);
        return fields;
    }

    @Test
    void an_entry_has_all_fields_in_the_order_of_AWS() {
        assertEquals(
                "https 2026-11-24T12:03:04.067364Z app/wiki/50dc6c495c0c9188 127.0.0.1:2817 127.0.0.1:8091"
                        + " 0.001 0.048 0.000 200 200 34 366"
                        + " \"GET https://wiki.example.com:443/synchrony/v1?a=b HTTP/1.1\" \"curl/8.5.0\""
                        + " TLS_AES_128_GCM_SHA256 TLSv1.3"
                        + " arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/synchrony/73e2d6bc24d8a067"
                        + " \"Root=1-58337281-1d84f3d73c47ec4e58577259\" \"wiki.example.com\""
                        + " \"arn:aws:acm:eu-central-1:123456789012:certificate/one\""
                        + " 10 2026-11-24T12:03:04.018364Z \"forward\" \"-\" \"-\" \"127.0.0.1:8091\" \"200\" \"-\" \"-\""
                        + " TID_0123456789abcdef0123456789abcdef \"-\" \"-\" \"-\"",
                entry(forwarded()));
    }

    @Test
    void what_there_was_not_is_a_dash() {
        List<String> fields = fields(ended(
                new Exchange.Asked("", "http", "", 80, "", "", ""),
                new Exchange.Answered(400, 5, 200, null, "not a request"),
                Exchange.Decided.NOTHING,
                List.of(),
                new Exchange.Classification("Severe", "BadHeader")));
        assertEquals(List.of("-", "-1", "-1", "-1", "400", "-"), fields.subList(4, 10));
        assertEquals(List.of("- http://:80- -", "-", "-", "-", "-", "-", "-", "-", "-"), fields.subList(12, 21));
        assertEquals(
                List.of("-", "-", "-", "-", "-", "Severe", "BadHeader", "-", "-", "-", "-"), fields.subList(22, 33));
    }

    @Test
    void a_target_that_gave_no_answer_is_named() {
        List<String> fields = fields(failed(504, "no answer in 60 s", RULE, attempt(null)));
        assertEquals(List.of("127.0.0.1:8091", "-1", "-1", "-1", "504", "-"), fields.subList(4, 10));
        assertEquals("127.0.0.1:8091", fields.get(25));
        assertEquals("-", fields.get(26));
        assertEquals("-", fields.get(24), "the code is one of AWS or none");
        assertEquals("LambdaTimeout", fields(failed(502, "LambdaTimeout", RULE)).get(24));
    }

    @Test
    void a_client_ends_neither_the_quotes_nor_the_line() {
        Exchange.Asked evil =
                new Exchange.Asked("GET", "http", "a", 80, "/\"x\\", "HTTP/1.1", "x\" 200\n\r\u001b[31m\u0085\u00e4");
        Exchange exchange = ended(
                evil, new Exchange.Answered(200, 0, 0, null, null), RULE, List.of(), Exchange.Classification.COMPLIANT);
        assertEquals("x\\\" 200\\x0A\\x0D\\x1B[31m\\x85\u00e4", fields(exchange).get(13));
        assertEquals("GET http://a:80/\\\"x\\\\ HTTP/1.1", fields(exchange).get(12));
        assertEquals(1, line(exchange).lines().count(), () -> line(exchange));
    }

    @Test
    void a_person_reads_the_rule_and_where_the_request_went() {
        assertEquals(
                "12:03:04 200 GET https://wiki.example.com/synchrony/v1?a=b 49 ms, aws_lb_listener_rule.synchrony (10),"
                        + " to aws_lb_target_group.synchrony i-1:8091",
                line(forwarded()));
    }

    @Test
    void a_person_reads_why_a_request_went_nowhere() {
        assertEquals(
                "12:03:04 503 GET https://wiki.example.com/synchrony/v1?a=b 2 ms, aws_lb_listener_rule.synchrony (10),"
                        + " forward: no target is registered",
                line(failed(503, "no target is registered", RULE)));
        assertEquals(
                "12:03:04 413 GET https://wiki.example.com/synchrony/v1?a=b 2 ms, no rule asked: too large",
                line(failed(413, "too large", Exchange.Decided.NOTHING)));
        assertTrue(
                line(failed(500, "aws_lb_listener_rule.x", new Exchange.Decided(null, -1, List.of("x"))))
                        .contains(", cannot tell which rule"),
                () -> line(failed(500, "r", new Exchange.Decided(null, -1, List.of("x")))));
    }

    @Test
    void a_person_reads_where_a_client_was_sent() {
        Exchange redirected = ended(
                new Exchange.Asked("GET", "http", "wiki.example.com", 8080, "/x", "HTTP/1.1", ""),
                new Exchange.Answered(301, 1, 1, "https://wiki.example.com:8443/x", null),
                new Exchange.Decided(null, 0, List.of("redirect")),
                List.of(),
                Exchange.Classification.COMPLIANT);
        assertEquals(
                "12:03:04 301 GET http://wiki.example.com:8080/x 2 ms, default action, to https://wiki.example.com:8443/x",
                line(redirected));
        assertEquals("0", fields(redirected).get(20));
        assertEquals("https://wiki.example.com:8443/x", fields(redirected).get(23));
    }
}
