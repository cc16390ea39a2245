package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The headers with which targets get requests and clients get answers. */
class HeadersTest {
    private static final Stack PLAIN = Stack.plain();

    private static ScriptedTarget target;
    private static Served served;

    @BeforeAll
    static void serve() {
        target = ScriptedTarget.echo();
        served = Served.with(PLAIN, target.port());
    }

    @AfterAll
    static void stop() {
        served.close();
        target.close();
    }

    private static void has(Stack stack) {
        served.update(stack, java.util.Map.of("i-app", target.port()));
    }

    @BeforeEach
    void plain() {
        has(PLAIN);
    }

    /** The lines that the target got for a request with some headers. */
    private static List<String> got(String... headers) {
        String[] lines = Stream.concat(Stream.of("GET / HTTP/1.1", "Host: wiki.example.com"), Stream.of(headers))
                .toArray(String[]::new);
        return served.ask(lines).body().lines().toList();
    }

    private static void assertGets(String line, String... headers) {
        List<String> got = got(headers);
        assertTrue(got.contains(line), () -> line + " is not in " + got);
    }

    private static void assertGetsNo(String start, String... headers) {
        List<String> got = got(headers);
        assertFalse(got.stream().anyMatch(line -> line.startsWith(start)), got::toString);
    }

    @Test
    void a_target_learns_who_asked_how_and_where() {
        assertGets("X-Forwarded-For: 127.0.0.1");
        assertGets("X-Forwarded-Proto: http");
        assertGets("X-Forwarded-Port: 80");
    }

    @Test
    void what_a_client_says_of_protocol_and_port_is_not_believed() {
        List<String> got = got("X-Forwarded-Proto: https", "x-forwarded-port: 443");
        assertEquals(
                List.of("X-Forwarded-Port: 80", "X-Forwarded-Proto: http"),
                got.stream()
                        .filter(line -> line.toLowerCase().startsWith("x-forwarded-p"))
                        .sorted()
                        .toList());
    }

    @Test
    void the_address_is_appended_to_those_that_are_there() {
        assertGets("X-Forwarded-For: 10.1.1.1, 10.1.1.2, 127.0.0.1", "X-Forwarded-For: 10.1.1.1, 10.1.1.2");
    }

    @Test
    void the_address_is_preserved_or_removed_if_the_load_balancer_says_so() {
        has(PLAIN.withLoadBalancer("'xff_header_processing_mode': 'preserve'"));
        assertGets("X-Forwarded-For: 10.1.1.1", "X-Forwarded-For: 10.1.1.1");
        has(PLAIN.withLoadBalancer("'xff_header_processing_mode': 'remove'"));
        assertGetsNo("X-Forwarded-For", "X-Forwarded-For: 10.1.1.1");
    }

    @Test
    void the_address_has_its_port_if_the_load_balancer_says_so() {
        has(PLAIN.withLoadBalancer("'enable_xff_client_port': true"));
        List<String> got = got();
        assertTrue(
                got.stream().anyMatch(line -> line.matches("X-Forwarded-For: 127\\.0\\.0\\.1:[0-9]+")), got::toString);
    }

    @Test
    void a_request_gets_a_trace_id_or_keeps_its_own() {
        List<String> got = got();
        assertTrue(
                got.stream().anyMatch(line -> line.matches("X-Amzn-Trace-Id: Root=1-[0-9a-f]{8}-[0-9a-f]{24}")),
                got::toString);
        List<String> traced = got("X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678;A=b");
        assertTrue(
                traced.stream()
                        .anyMatch(line -> line.matches("X-Amzn-Trace-Id: Self=1-[0-9a-f]{8}-[0-9a-f]{24};"
                                + "Root=1-67891233-abcdef012345678912345678;A=b")),
                traced::toString);
    }

    @Test
    void what_belongs_to_a_connection_stays_there() {
        List<String> got = got(
                "Connection: keep-alive, X-Secret", "X-Secret: a", "Keep-Alive: timeout=5", "TE: gzip", "Upgrade: h2c");
        for (String name : List.of("Connection", "X-Secret", "Keep-Alive", "TE", "Upgrade")) {
            assertFalse(
                    got.stream().anyMatch(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":")),
                    () -> name + " is in " + got);
        }
    }

    @Test
    void names_keep_their_case_and_several_headers_of_a_name_stay_several() {
        List<String> got = got("x-CaSe: 1", "x-CaSe: 2");
        assertEquals(
                List.of("x-CaSe: 1", "x-CaSe: 2"),
                got.stream().filter(line -> line.startsWith("x-CaSe")).toList(),
                got::toString);
    }

    @Test
    void headers_of_unusual_names_are_dropped_if_the_load_balancer_says_so() {
        assertGets("x_under: 1", "x_under: 1");
        has(PLAIN.withLoadBalancer("'drop_invalid_header_fields': true"));
        assertGetsNo("x_under", "x_under: 1");
    }

    @Test
    void the_host_loses_the_usual_port_unless_it_is_preserved() {
        String[] request = {"GET / HTTP/1.1", "Host: wiki.example.com:80"};
        assertTrue(served.ask(request).body().contains("Host: wiki.example.com\n"));
        has(PLAIN.withLoadBalancer("'preserve_host_header': true"));
        assertTrue(served.ask(request).body().contains("Host: wiki.example.com:80\n"));
    }

    @Test
    void the_host_keeps_the_local_port_by_which_clients_come_back() {
        String host = "Host: localhost:" + served.http();
        Wire.Message answer = served.ask("GET / HTTP/1.1", host);
        assertTrue(answer.body().contains(host + "\n"), answer::toString);
    }

    @Test
    void a_listener_adds_headers_to_answers_and_hides_who_answered() {
        has(PLAIN.withListener("'routing_http_response_strict_transport_security_header_value': 'max-age=1',"
                + "'routing_http_response_server_enabled': false"));
        Wire.Message answer = served.get("/");
        assertEquals("max-age=1", answer.header("Strict-Transport-Security"), answer::toString);
        has(PLAIN.withListener("'routing_http_response_server_enabled': false")
                .withAction("{'type': 'fixed-response', 'fixed_response': {'status_code': '200',"
                        + "'content_type': 'text/plain', 'message_body': 'hi'}}"));
        assertEquals("", served.get("/").header("Server"));
    }
}
