package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.targets.TargetInstance;
import dev.alb.serve.targets.TargetState;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Health checks take targets out and in while requests flow, and targets that are taken out drain. */
class HealthChecksTest {
    private static final Stack STACK = Stack.plain()
            .withGroup(
                    "'deregistration_delay': 1, 'health_check': [{'path': '/status?a=b', 'interval': 1, 'timeout': 1,"
                            + " 'healthy_threshold': 2, 'unhealthy_threshold': 1, 'matcher': '200-299'}]");

    private static void until(BooleanSupplier holds, String what) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(20);
        }
    }

    private static TargetInstance target(Served served) {
        return served.loadBalancer()
                .targetPools()
                .pool("aws_lb_target_group.app")
                .orElseThrow()
                .targets()
                .get(0);
    }

    private static TargetState state(Served served) {
        return target(served).health().state();
    }

    @Test
    void a_target_is_asked_as_its_group_says_and_follows_its_answers() throws Exception {
        AtomicInteger status = new AtomicInteger(204);
        AtomicReference<Wire.Message> asked = new AtomicReference<>();
        try (ScriptedTarget target = new ScriptedTarget((wire, connection) -> {
                    asked.set(wire.head());
                    wire.say("HTTP/1.1 " + status.get() + " X", "Content-Length: 0", "");
                    wire.drain();
                });
                Served served = Served.with(STACK, target.port())) {
            until(() -> state(served) == TargetState.HEALTHY, "one success must make a new target healthy");
            assertEquals("GET /status?a=b HTTP/1.1", asked.get().first());
            assertEquals("ELB-HealthChecker/2.0", asked.get().header("User-Agent"));
            assertEquals("127.0.0.1:" + target.port(), asked.get().header("Host"));
            status.set(500);
            until(() -> state(served) == TargetState.UNHEALTHY, "a failure must make it unhealthy");
            assertEquals("Target.ResponseCodeMismatch", target(served).health().reason());
            status.set(200);
            until(() -> state(served) == TargetState.HEALTHY, "two successes must make it healthy again");
        }
    }

    @Test
    void a_target_that_does_not_answer_is_told_from_one_that_is_not_there() throws Exception {
        try (ScriptedTarget target = new ScriptedTarget((wire, connection) -> wire.drain());
                Served served = Served.with(STACK, target.port())) {
            until(() -> state(served) == TargetState.UNHEALTHY, "no answer must make it unhealthy");
            assertEquals("Target.Timeout", target(served).health().reason());
            target.stop();
            until(
                    () -> "Target.FailedHealthChecks"
                            .equals(target(served).health().reason()),
                    "no connection must have another reason");
        }
    }

    @Test
    void a_websocket_with_a_target_that_was_taken_out_is_cut_after_the_delay() {
        Stack registered = STACK.withGroup("'deregistration_delay': 1");
        Stack taken = registered.withResource("'aws_lb_target_group_attachment': {'app':"
                + " {'target_group_arn': '${aws_lb_target_group.app.arn}', 'target_id': 'i-other'}}");
        try (ScriptedTarget target = new ScriptedTarget((wire, connection) -> {
                    wire.head();
                    wire.say("HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade", "");
                    wire.drain();
                });
                Served served = Served.with(registered, target.port());
                Wire wire = Wire.to(served.http())) {
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "Connection: Upgrade", "Upgrade: websocket", "");
            assertEquals(101, wire.head().status());
            served.update(taken, Map.of());
            assertEquals(503, served.get("/").status(), "new requests must go elsewhere");
            assertTrue(wire.isClosed(), "it must be cut");
        }
    }
}
