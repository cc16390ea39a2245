package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests reach a target as they were sent, and its answers come back. */
class ForwardingTest {
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

    @Test
    void a_request_and_its_answer_pass() {
        Wire.Message answer = served.get("/wiki/page?a=&b=%20c");
        assertEquals(200, answer.status(), answer::toString);
        assertTrue(answer.body().startsWith("GET /wiki/page?a=&b=%20c HTTP/1.1\n"), answer::toString);
        Exchange exchange = served.exchange();
        assertEquals("aws_lb_listener.http", exchange.listener());
        assertNotNull(exchange.times().target());
    }

    @Test
    void a_body_with_a_length_passes_with_its_length() {
        Wire.Message answer = served.ask("POST / HTTP/1.1", "Host: wiki.example.com", "Content-Length: 5", "", "hello");
        assertTrue(answer.body().endsWith("\n\nhello"), answer::toString);
        assertTrue(answer.body().contains("Content-Length: 5"), answer::toString);
    }
}
