package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.Exchange;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that become WebSockets: bytes pass both ways until one side has enough. */
@SuppressWarnings("try") // A target works without being spoken to.
class WebSocketsTest {
    private static final Stack STACK = Stack.plain().withLoadBalancer("'idle_timeout': 1");
    private static final String[] UPGRADE = {
        "GET /synchrony/v1 HTTP/1.1",
        "Host: wiki.example.com",
        "Connection: keep-alive, Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
        ""
    };

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.with(STACK, Map.of());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @BeforeEach
    void forget() {
        served.forget();
    }

    private static ScriptedTarget target(ScriptedTarget.Script afterUpgrade) {
        ScriptedTarget target = new ScriptedTarget((wire, connection) -> {
            Wire.Message asked = wire.head();
            assertEquals("websocket", asked.header("Upgrade"));
            assertEquals("Upgrade", asked.header("Connection"));
            wire.say(
                    "HTTP/1.1 101 Switching Protocols",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                    "");
            afterUpgrade.play(wire, connection);
        });
        served.update(STACK, Map.of("i-app", target.port()));
        return target;
    }

    private static Wire open() {
        Wire wire = Wire.to(served.http()).say(UPGRADE);
        Wire.Message answer = wire.head();
        assertEquals(101, answer.status(), answer::toString);
        assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", answer.header("Sec-WebSocket-Accept"));
        return wire;
    }

    @Test
    void bytes_pass_both_ways_as_they_come() {
        try (ScriptedTarget target = target((wire, connection) -> {
                    for (int i = 0; i < 3; i++) {
                        wire.send(wire.bytes(4).toUpperCase());
                    }
                    wire.drain();
                });
                Wire wire = open()) {
            for (int i = 0; i < 3; i++) {
                assertEquals("ABC" + i, wire.send("abc" + i).bytes(4));
            }
            assertEquals(
                    1,
                    served.loadBalancer()
                            .targetPools()
                            .pool("aws_lb_target_group.app")
                            .orElseThrow()
                            .targets()
                            .get(0)
                            .inFlight());
        }
        Exchange exchange = served.exchange();
        assertEquals("ws", exchange.type());
        assertEquals(101, exchange.answered().status());
        assertEquals(101, exchange.targets().get(0).status());
        assertTrue(exchange.answered().receivedBytes() > 12, exchange::toString);
        assertEquals(
                0,
                served.loadBalancer()
                        .targetPools()
                        .pool("aws_lb_target_group.app")
                        .orElseThrow()
                        .targets()
                        .get(0)
                        .inFlight());
    }

    @Test
    void what_the_target_says_right_after_its_answer_is_not_lost() {
        try (ScriptedTarget target = target((wire, connection) -> {
                    wire.send("first");
                    wire.drain();
                });
                Wire wire = open()) {
            assertEquals("first", wire.bytes(5));
        }
    }

    @Test
    void all_that_the_target_has_said_arrives_before_the_end() {
        String much = "x".repeat(2_000_000);
        try (ScriptedTarget target = target((wire, connection) -> wire.send(much));
                Wire wire = open()) {
            assertEquals(much.length(), wire.bytes(much.length()).length());
            assertTrue(wire.isClosed());
        }
    }

    @Test
    void the_target_learns_that_the_client_has_gone() throws Exception {
        java.util.concurrent.CountDownLatch ended = new java.util.concurrent.CountDownLatch(1);
        try (ScriptedTarget target = target((wire, connection) -> {
            wire.drain();
            ended.countDown();
        })) {
            open().close();
            assertTrue(ended.await(900, java.util.concurrent.TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void one_that_is_silent_for_the_idle_timeout_is_closed_and_one_that_speaks_is_not() throws Exception {
        try (ScriptedTarget target = target((wire, connection) -> wire.drain());
                Wire silent = open();
                Wire busy = open()) {
            for (int i = 0; i < 8; i++) {
                busy.send(".");
                Thread.sleep(200);
            }
            assertTrue(silent.isClosed(), "must be closed");
            busy.send(".");
            assertEquals(1, served.exchanges().size(), "the busy one must go on");
        }
    }

    @Test
    void a_target_that_wants_none_answers_as_usual() {
        try (ScriptedTarget target = new ScriptedTarget((wire, connection) -> {
            wire.head();
            wire.say("HTTP/1.1 403 Forbidden", "Content-Length: 2", "").send("no");
            wire.drain();
        })) {
            served.update(STACK, Map.of("i-app", target.port()));
            Wire.Message answer = served.ask(UPGRADE);
            assertEquals(403, answer.status());
            assertEquals("no", answer.body());
            assertEquals("http", served.exchange(403).type());
        }
    }

    @Test
    void stopping_closes_them_at_once() {
        try (ScriptedTarget target = target((wire, connection) -> wire.drain());
                Served other = Served.with(STACK, target.port());
                Wire wire = Wire.to(other.http()).say(UPGRADE)) {
            assertEquals(101, wire.head().status());
            long begin = System.nanoTime();
            other.loadBalancer().stop(Duration.ofSeconds(8));
            assertTrue(wire.isClosed());
            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(7).toNanos(), "it must not wait for them");
        }
    }
}
