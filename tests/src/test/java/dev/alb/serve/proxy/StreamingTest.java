package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies pass as they come, and no faster than the other side takes them. */
@SuppressWarnings("try") // A target works without being spoken to.
class StreamingTest {
    private static final String PIECE = "x".repeat(64 * 1024);
    private static final int PIECES = 768;
    private static final long WHOLE = (long) PIECES * PIECE.length();
    /** What the sockets and the load balancer hold between two sides; far less than the whole. */
    private static final long UNDERWAY = 32L * 1024 * 1024;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.with(Stack.plain(), Map.of());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static ScriptedTarget target(ScriptedTarget.Script script) {
        ScriptedTarget target = new ScriptedTarget(script);
        served.update(Stack.plain(), Map.of("i-app", target.port()));
        return target;
    }

    private static void sendAll(Wire wire, AtomicLong sent) {
        for (int i = 0; i < PIECES; i++) {
            wire.send(PIECE);
            sent.addAndGet(PIECE.length());
        }
    }

    /** Waits until somebody gets no further. */
    private static long stuckAt(AtomicLong sent) throws InterruptedException {
        long before = -1;
        for (int still = 0; still < 4; still = sent.get() == before ? still + 1 : 0) {
            before = sent.get();
            Thread.sleep(50);
        }
        return sent.get();
    }

    @Test
    void a_large_answer_waits_for_a_slow_client() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (ScriptedTarget target = target((wire, connection) -> {
                    wire.head();
                    wire.say("HTTP/1.1 200 OK", "Content-Length: " + WHOLE, "");
                    sendAll(wire, sent);
                    wire.drain();
                });
                Wire wire = Wire.to(served.http())) {
            wire.say("GET /large HTTP/1.1", "Host: wiki.example.com", "");
            assertEquals(200, wire.head().status());
            long underway = stuckAt(sent);
            assertTrue(underway < UNDERWAY, () -> underway + " bytes are underway");
            for (int i = 0; i < PIECES; i++) {
                assertEquals(PIECE, wire.bytes(PIECE.length()), () -> "a piece is damaged");
            }
        }
        assertTrue(served.exchange("/large").answered().sentBytes() > WHOLE);
    }

    @Test
    void a_large_body_waits_for_a_slow_target() throws Exception {
        AtomicLong sent = new AtomicLong();
        CountDownLatch read = new CountDownLatch(1);
        try (ScriptedTarget target = target((wire, connection) -> {
                    wire.head();
                    read.await();
                    for (int i = 0; i < PIECES; i++) {
                        wire.bytes(PIECE.length());
                    }
                    wire.say("HTTP/1.1 200 OK", "Content-Length: 4", "").send("done");
                    wire.drain();
                });
                Wire wire = Wire.to(served.http())) {
            wire.say("POST /large HTTP/1.1", "Host: wiki.example.com", "Content-Length: " + WHOLE, "");
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendAll(wire, sent));
            long underway = stuckAt(sent);
            assertTrue(underway < UNDERWAY, () -> underway + " bytes are underway");
            read.countDown();
            assertEquals("done", wire.message().body());
            sending.get(10, TimeUnit.SECONDS);
        }
        assertTrue(served.exchange("/large").answered().receivedBytes() > WHOLE);
    }

    @Test
    void each_chunk_passes_when_it_comes() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (ScriptedTarget target = target((wire, connection) -> {
                    wire.head();
                    wire.say("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "5", "first");
                    seen.await();
                    wire.say("6", "second", "0", "");
                    wire.drain();
                });
                Wire wire = Wire.to(served.http())) {
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            assertEquals("chunked", wire.head().header("Transfer-Encoding"));
            assertEquals("5\r\nfirst\r\n", wire.bytes(10));
            seen.countDown();
            assertEquals("6\r\nsecond\r\n0\r\n\r\n", wire.bytes(16));
        }
    }

    @Test
    void chunks_of_a_request_pass_too_and_a_client_is_told_to_go_on() {
        try (ScriptedTarget target = target(echo());
                Wire wire = Wire.to(served.http())) {
            wire.say(
                    "POST / HTTP/1.1",
                    "Host: wiki.example.com",
                    "Transfer-Encoding: chunked",
                    "Expect: 100-continue",
                    "");
            assertEquals(100, wire.head().status());
            wire.say("3", "abc", "2", "de", "0", "");
            Wire.Message answer = wire.message();
            assertTrue(answer.body().endsWith("\n\nabcde"), answer::toString);
            assertTrue(answer.body().toLowerCase().contains("transfer-encoding: chunked"), answer::toString);
        }
    }

    private static ScriptedTarget.Script echo() {
        return (wire, connection) -> {
            Wire.Message asked = wire.message();
            String body = String.join("\n", asked.lines()) + "\n\n" + asked.body();
            wire.say("HTTP/1.1 200 OK", "Content-Length: " + body.length(), "").send(body);
            wire.drain();
        };
    }

    @Test
    void an_early_answer_passes_while_the_client_still_sends() {
        try (ScriptedTarget target = target((wire, connection) -> {
                    wire.head();
                    wire.say("HTTP/1.1 413 Too Large", "Content-Length: 3", "").send("big");
                    wire.drain();
                });
                Wire wire = Wire.to(served.http())) {
            wire.say("POST / HTTP/1.1", "Host: wiki.example.com", "Content-Length: 100000", "")
                    .send("some");
            assertEquals(413, wire.message().status());
            wire.send("x".repeat(100_000 - 4));
            wire.say("GET /next HTTP/1.1", "Host: wiki.example.com", "");
            assertEquals(413, wire.message().status(), "the connection must go on");
        }
    }

    @Test
    void answers_without_a_body_stay_so() {
        try (ScriptedTarget target = target((wire, connection) -> {
                    wire.head();
                    wire.say("HTTP/1.1 304 Not Modified", "ETag: \"a\"", "Content-Length: 7", "");
                    wire.head();
                    wire.say("HTTP/1.1 200 OK", "Content-Length: 7", "");
                    wire.head();
                    wire.say("HTTP/1.1 204 No Content", "");
                    wire.drain();
                });
                Wire wire = Wire.to(served.http())) {
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            assertEquals(304, wire.head().status());
            wire.say("HEAD / HTTP/1.1", "Host: wiki.example.com", "");
            Wire.Message head = wire.head();
            assertEquals(200, head.status(), head::toString);
            assertEquals("7", head.header("Content-Length"));
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            assertEquals(204, wire.head().status());
        }
    }

    @Test
    void a_client_of_HTTP_1_0_gets_the_end_of_the_connection_for_the_end_of_the_answer() {
        try (ScriptedTarget target = target((wire, connection) -> {
                    wire.head();
                    wire.say("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "4", "body", "0", "");
                    wire.drain();
                });
                Wire wire = Wire.to(served.http())) {
            wire.say("GET / HTTP/1.0", "Host: wiki.example.com", "Connection: keep-alive", "");
            assertEquals("", wire.head().header("Transfer-Encoding"));
            assertEquals("body", wire.bytes(4));
            assertTrue(wire.isClosed());
        }
    }
}
