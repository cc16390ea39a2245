package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.Exchange;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets that hang, close early, lie or reset: what clients see, and that they see no half answer as a whole one. */
class TargetFailuresTest {
    private static Served served;
    private static final Stack STACK = Stack.plain().withLoadBalancer("'idle_timeout': 1");

    @BeforeAll
    static void serve() {
        served = Served.with(STACK, Map.of(), setup -> setup.withConnectTimeout(Duration.ofMillis(300)));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @BeforeEach
    void forget() {
        served.forget();
    }

    private static Exchange assertAnswers(int status, ScriptedTarget.Script script, String... lines) {
        try (ScriptedTarget target = new ScriptedTarget(script)) {
            served.update(STACK, Map.of("i-app", target.port()));
            Wire.Message answer = lines.length == 0 ? served.get("/") : served.ask(lines);
            assertEquals(status, answer.status(), answer::toString);
            assertEquals("awselb/2.0", answer.header("Server"), answer::toString);
            Exchange exchange = served.exchange();
            assertEquals(status, exchange.answered().status());
            return exchange;
        }
    }

    @Test
    void a_target_that_closes_without_an_answer_makes_502() {
        Exchange exchange = assertAnswers(502, (wire, connection) -> wire.head());
        assertEquals(
                "the target closed the connection before it answered",
                exchange.answered().errorReason());
        assertNull(exchange.targets().get(0).status());
        assertNull(exchange.times().target());
    }

    @Test
    void a_target_that_resets_makes_502() {
        assertAnswers(502, (wire, connection) -> {
            wire.head();
            wire.reset();
        });
    }

    @Test
    void a_target_that_answers_no_HTTP_makes_502() {
        assertAnswers(502, (wire, connection) -> {
            wire.head();
            wire.say("SSH-2.0-OpenSSH_9.2", "");
            wire.drain();
        });
    }

    @Test
    void a_target_with_headers_of_more_than_32_K_makes_502() {
        Exchange exchange = assertAnswers(502, (wire, connection) -> {
            wire.head();
            wire.say("HTTP/1.1 200 OK", "X-Long: " + "a".repeat(33_000), "Content-Length: 0", "");
            wire.drain();
        });
        assertEquals(
                "the headers of the target's answer are longer than 32 K",
                exchange.answered().errorReason());
    }

    @Test
    void a_target_that_nobody_listens_for_makes_502() {
        ScriptedTarget gone = ScriptedTarget.echo();
        gone.close();
        served.update(STACK, Map.of("i-app", gone.port()));
        assertEquals(502, served.get("/").status());
        assertEquals(
                "the target refused the connection",
                served.exchange().answered().errorReason());
    }

    @Test
    void a_target_that_accepts_no_connection_in_time_makes_504() throws Exception {
        // A listening socket whose queue is full answers nothing at all.
        try (java.net.ServerSocket full = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
                java.net.Socket first = new java.net.Socket(full.getInetAddress(), full.getLocalPort());
                java.net.Socket second = new java.net.Socket(full.getInetAddress(), full.getLocalPort())) {
            assertTrue(first.isConnected() && second.isConnected());
            served.update(STACK, Map.of("i-app", full.getLocalPort()));
            assertEquals(504, served.get("/").status());
            assertEquals(
                    "the target did not accept a connection in time",
                    served.exchange().answered().errorReason());
        }
    }

    @Test
    void a_target_that_hangs_makes_504_after_the_idle_timeout() {
        Exchange exchange = assertAnswers(504, (wire, connection) -> {
            wire.head();
            wire.drain();
        });
        assertEquals(
                "the target did not answer within the idle timeout",
                exchange.answered().errorReason());
    }

    @Test
    void a_client_that_sends_half_a_body_gets_408_after_the_idle_timeout() {
        assertAnswers(
                408,
                (wire, connection) -> wire.drain(),
                "POST / HTTP/1.1",
                "Host: wiki.example.com",
                "Content-Length: 10",
                "",
                "half");
    }

    @Test
    void no_target_at_all_makes_503() {
        served.update(STACK, Map.of());
        Wire.Message answer = served.get("/");
        assertEquals(503, answer.status());
        assertEquals(162, answer.body().length(), "as long as the page of AWS");
        assertEquals(0, served.exchange().targets().size());
    }

    private static void assertBreaksOff(ScriptedTarget.Script script) {
        try (ScriptedTarget target = new ScriptedTarget(script);
                Wire wire = Wire.to(served.http())) {
            served.update(STACK, Map.of("i-app", target.port()));
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            assertEquals(200, wire.head().status());
            wire.bytes(4);
            assertTrue(wire.isClosed(), "the client must notice that this is not all");
            Exchange exchange = served.exchange();
            assertEquals(200, exchange.answered().status());
            assertTrue(Optional.ofNullable(exchange.answered().errorReason()).isPresent(), exchange::toString);
        }
    }

    @Test
    void an_answer_that_is_shorter_than_its_length_is_broken_off() {
        assertBreaksOff((wire, connection) -> {
            wire.head();
            wire.say("HTTP/1.1 200 OK", "Content-Length: 10", "").send("half");
        });
    }

    @Test
    void an_answer_whose_chunks_end_early_is_broken_off() {
        try (ScriptedTarget target = new ScriptedTarget((wire, connection) -> {
                    wire.head();
                    wire.say("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "4", "half");
                });
                Wire wire = Wire.to(served.http())) {
            served.update(STACK, Map.of("i-app", target.port()));
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            assertEquals(200, wire.head().status());
            assertEquals("4\r\nhalf\r\n", wire.bytes(9));
            assertTrue(wire.isClosed(), "the last chunk must not come");
        }
        served.exchange();
    }

    @Test
    void an_answer_that_stops_for_the_idle_timeout_is_broken_off() {
        assertBreaksOff((wire, connection) -> {
            wire.head();
            wire.say("HTTP/1.1 200 OK", "Content-Length: 10", "").send("half");
            wire.drain();
        });
    }

    @Test
    void a_client_that_goes_away_makes_460_and_frees_the_target() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(1);
        try (ScriptedTarget target = new ScriptedTarget((wire, connection) -> {
            wire.head();
            asked.countDown();
            wire.drain();
            freed.countDown();
        })) {
            served.update(STACK, Map.of("i-app", target.port()));
            try (Wire wire = Wire.to(served.http())) {
                wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
                asked.await();
            }
            assertEquals(460, served.exchange().answered().status());
            assertTrue(freed.await(900, java.util.concurrent.TimeUnit.MILLISECONDS), "the target must notice");
        }
    }

    /** A kept connection that the target closes just then is no failure of the target. */
    @Test
    void a_request_that_meets_a_stale_connection_is_sent_once_more() {
        try (ScriptedTarget target = new ScriptedTarget((wire, connection) -> {
                    wire.head();
                    wire.say("HTTP/1.1 200 OK", "Content-Length: 2", "").send("ok");
                    wire.head();
                });
                Wire wire = Wire.to(served.http())) {
            served.update(STACK, Map.of("i-app", target.port()));
            for (int i = 0; i < 5; i++) {
                wire.say("GET /" + i + " HTTP/1.1", "Host: wiki.example.com", "");
                assertEquals(200, wire.message().status(), "request " + i);
                assertEquals(1, served.exchange().targets().size());
            }
            assertEquals(5, target.connections());
        }
    }

    @Test
    void a_request_that_may_have_done_something_is_not_sent_twice() {
        try (ScriptedTarget target = new ScriptedTarget((wire, connection) -> {
                    wire.message();
                    wire.say("HTTP/1.1 200 OK", "Content-Length: 2", "").send("ok");
                    wire.message();
                });
                Wire wire = Wire.to(served.http())) {
            served.update(STACK, Map.of("i-app", target.port()));
            String[] post = {"POST / HTTP/1.1", "Host: wiki.example.com", "Content-Length: 0", ""};
            wire.say(post);
            assertEquals(200, wire.message().status());
            wire.say(post);
            assertEquals(502, wire.message().status());
            assertEquals(1, target.connections());
        }
        served.exchange();
        served.exchange();
    }
}
