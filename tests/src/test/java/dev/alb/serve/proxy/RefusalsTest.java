package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is answered before any rule is asked: the limits of a load balancer. */
class RefusalsTest {
    private static final String HOST = "Host: wiki.example.com";

    private static ScriptedTarget target;
    private static Served served;

    @BeforeAll
    static void serve() {
        target = ScriptedTarget.echo();
        served = Served.with(Stack.plain(), target.port());
    }

    @AfterAll
    static void stop() {
        served.close();
        target.close();
    }

    private static void assertRefused(int status, String... lines) {
        int connections = target.connections();
        Wire.Message answer = served.ask(lines);
        assertEquals(status, answer.status(), answer::toString);
        assertEquals("awselb/2.0", answer.header("Server"), answer::toString);
        assertTrue(answer.header("Content-Type").startsWith("text/html"), answer::toString);
        assertTrue(answer.body().contains("<h1>" + status), answer::toString);
        assertEquals(connections, target.connections(), "the target must not be asked");
        assertEquals(status, served.exchange().answered().status());
    }

    private static void assertPasses(String... lines) {
        Wire.Message answer = served.ask(lines);
        assertEquals(200, answer.status(), answer::toString);
        served.exchange();
    }

    @Test
    void no_HTTP_is_refused_with_400() {
        assertRefused(400, "this is not HTTP");
        assertRefused(400, "GET / HTTP/1.1", HOST, "no colon");
    }

    @Test
    void no_host_or_several_are_refused_with_400() {
        assertRefused(400, "GET / HTTP/1.1");
        assertRefused(400, "GET / HTTP/1.1", "Host:");
        assertRefused(400, "GET / HTTP/1.1", HOST, HOST);
        assertPasses("GET / HTTP/1.0");
    }

    @Test
    void a_path_that_is_none_is_refused_with_400_but_not_a_whole_URL() {
        assertRefused(400, "OPTIONS * HTTP/1.1", HOST);
        assertRefused(400, "CONNECT wiki.example.com:443 HTTP/1.1", HOST);
        Wire.Message answer = served.ask("GET http://wiki.example.com/a?b HTTP/1.1", HOST);
        assertTrue(answer.body().startsWith("GET /a?b HTTP/1.1"), answer::toString);
        served.exchange();
    }

    @Test
    void TRACE_is_refused_with_405() {
        assertRefused(405, "TRACE / HTTP/1.1", HOST);
    }

    @Test
    void a_request_line_of_more_than_16_K_is_refused_with_414() {
        assertPasses("GET /" + "a".repeat(15_000) + " HTTP/1.1", HOST);
        assertRefused(414, "GET /" + "a".repeat(17_000) + " HTTP/1.1", HOST);
    }

    @Test
    void a_header_of_more_than_16_K_or_64_K_of_headers_are_refused_with_400() {
        assertPasses("GET / HTTP/1.1", HOST, "X-Long: " + "a".repeat(15_000));
        assertRefused(400, "GET / HTTP/1.1", HOST, "X-Long: " + "a".repeat(17_000));
        String many = IntStream.range(0, 5)
                .mapToObj(i -> "X-" + i + ": " + "a".repeat(14_000))
                .collect(Collectors.joining("\r\n"));
        assertRefused(400, "GET / HTTP/1.1", HOST, many);
    }

    @Test
    void more_than_30_addresses_are_refused_with_463() {
        String thirty = IntStream.range(0, 30).mapToObj(i -> "10.0.0." + i).collect(Collectors.joining(", "));
        assertPasses("GET / HTTP/1.1", HOST, "X-Forwarded-For: " + thirty);
        assertRefused(463, "GET / HTTP/1.1", HOST, "X-Forwarded-For: " + thirty + ", 10.0.0.30");
    }

    @Test
    void a_transfer_encoding_that_is_not_supported_is_refused_with_501() {
        assertRefused(501, "POST / HTTP/1.1", HOST, "Transfer-Encoding: gzip, chunked", "", "0", "");
    }

    @Test
    void lengths_that_contradict_each_other_are_refused_with_400() {
        assertRefused(400, "POST / HTTP/1.1", HOST, "Content-Length: 1", "Content-Length: 2", "", "ab");
        assertRefused(400, "POST / HTTP/1.1", HOST, "Content-Length: -1", "", "ab");
    }

    @Test
    void a_GET_with_a_body_is_ambiguous_and_the_strictest_mode_refuses_it() {
        String[] request = {"GET / HTTP/1.1", HOST, "Content-Length: 1", "", "a"};
        served.ask(request);
        assertEquals(
                "UndefinedContentLengthSemantics",
                served.exchange().classification().reason());
        Map<String, Integer> targets = Map.of("i-app", target.port());
        served.update(Stack.plain().withLoadBalancer("'desync_mitigation_mode': 'strictest'"), targets);
        try {
            assertRefused(400, request);
        } finally {
            served.update(Stack.plain(), targets);
        }
    }

    @Test
    void after_a_refusal_that_leaves_doubt_the_connection_is_closed() {
        try (Wire wire = Wire.to(served.http())) {
            assertEquals(400, wire.say("GET / HTTP/1.1", "").message().status());
            assertTrue(wire.isClosed(), "the connection must be closed");
        }
        served.exchange();
    }
}
