package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.CannotServe;
import dev.alb.serve.LocalLoadBalancer;
import dev.alb.serve.LocalPorts;
import dev.alb.serve.ServedListener;
import dev.alb.topology.Topologies;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starting, deploying again and stopping, with requests in flight none of which is lost. */
class LifecycleTest {
    private static final String FIXED = "{'type': 'fixed-response', 'fixed_response': {'status_code': '200',"
            + " 'content_type': 'text/plain', 'message_body': '%s'}}";

    @Test
    void the_usual_ports_are_above_8000_and_others_may_be_given() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (LocalLoadBalancer served = LocalLoadBalancer.of(Stack.plain().topology(), "aws_lb.alb")
                .withPort(80, port)
                .withPort(443, 0)
                .start()) {
            ServedListener http = served.listeners().get(0);
            assertEquals("aws_lb_listener.http", http.name());
            assertEquals("http://localhost:" + port, http.url());
            assertTrue(served.url(443).matches("https://localhost:[0-9]+"), served.url(443));
            assertThrows(IllegalArgumentException.class, () -> served.url(444));
        }
        assertEquals(8080, new LocalPorts(Map.of(), false).of(80));
        assertEquals(8443, new LocalPorts(Map.of(), false).of(443));
        assertEquals(8081, new LocalPorts(Map.of(), false).of(81));
        assertEquals(9000, new LocalPorts(Map.of(), false).of(9000));
    }

    private static String refusal(String json, String loadBalancer) {
        return assertThrows(
                        CannotServe.class,
                        () -> LocalLoadBalancer.of(Topologies.of(json), loadBalancer)
                                .withAnyPorts()
                                .start())
                .getMessage();
    }

    @Test
    void what_can_not_be_served_is_said_all_at_once() {
        String json = """
                {'variable': {'p': {'type': 'number'}}, 'resource': {'aws_lb': {'alb': {'name': 'a'}},
                  'aws_lb_listener': {
                    'a': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80, 'protocol': 'HTTP', 'default_action': []},
                    'b': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80, 'protocol': 'HTTP', 'default_action': []},
                    'c': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': '${var.p}', 'protocol': 'HTTP',
                      'default_action': []}}}}""";
        String both = refusal(json, "aws_lb.alb");
        assertTrue(
                both.contains("aws_lb_listener.b must have a port of its own, got 80, which aws_lb_listener.a has"),
                both);
        assertTrue(both.contains("the port of aws_lb_listener.c must be known"), both);
        String none = refusal(json, "aws_lb.other");
        assertEquals(
                "the load balancer must be one of this configuration, got aws_lb.other; there is aws_lb.alb", none);
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_way_out() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String message = assertThrows(
                            CannotServe.class,
                            () -> LocalLoadBalancer.of(Stack.plain().topology(), "aws_lb.alb")
                                    .withAnyPorts()
                                    .withPort(80, taken.getLocalPort())
                                    .start())
                    .getMessage();
            assertTrue(
                    message.startsWith("port " + taken.getLocalPort() + " of this machine, which stands for port 80"),
                    message);
        }
    }

    private static ScriptedTarget slow(CountDownLatch asked, CountDownLatch answer) {
        return new ScriptedTarget((wire, connection) -> {
            wire.head();
            asked.countDown();
            answer.await();
            wire.say("HTTP/1.1 200 OK", "Content-Length: 4", "").send("slow");
            wire.drain();
        });
    }

    @Test
    void stopping_takes_no_more_and_lets_requests_in_flight_end() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (ScriptedTarget target = slow(asked, answer);
                Served served = Served.with(Stack.plain(), target.port());
                Wire idle = Wire.to(served.http());
                Wire wire = Wire.to(served.http())) {
            int port = served.http();
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            asked.await();
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> served.loadBalancer().stop(Duration.ofSeconds(8)));
            assertTrue(idle.isClosed(), "a connection without a request must be closed");
            assertTrue(becomesFree(port), "nobody must listen any more");
            assertTrue(!stopped.isDone(), "it must wait for the request in flight");
            answer.countDown();
            assertEquals("slow", wire.message().body());
            assertTrue(wire.isClosed());
            stopped.join();
        }
    }

    /** The threads stop one after the other; the last one closes the port. */
    private static boolean becomesFree(int port) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try {
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
                return true;
            } catch (java.io.IOException e) {
                Thread.sleep(10);
            }
        }
        return false;
    }

    @Test
    void stopping_cuts_what_does_not_end_in_time() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (ScriptedTarget target = slow(asked, never);
                Served served = Served.with(Stack.plain(), target.port());
                Wire wire = Wire.to(served.http())) {
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            asked.await();
            served.loadBalancer().stop(Duration.ofMillis(200));
            assertTrue(wire.isClosed());
            never.countDown();
        }
    }

    @Test
    void a_request_in_flight_ends_as_it_began_while_the_rules_change() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (ScriptedTarget target = slow(asked, answer);
                Served served = Served.with(Stack.plain(), target.port());
                Wire wire = Wire.to(served.http())) {
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            asked.await();
            served.update(Stack.plain().withAction(FIXED.formatted("new")), Map.of());
            assertEquals("new", served.get("/").body());
            answer.countDown();
            assertEquals("slow", wire.message().body());
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            assertEquals("new", wire.message().body(), "the same connection goes on with the new rules");
        }
    }

    /** Clients that keep asking while targets come and go, rules change and, at the end, all stops. */
    @Test
    void no_request_is_lost_while_it_is_deployed_again_and_again() throws Exception {
        try (ScriptedTarget one = ScriptedTarget.echo();
                ScriptedTarget two = ScriptedTarget.echo();
                Served served = Served.with(Stack.plain(), one.port())) {
            AtomicBoolean isOver = new AtomicBoolean();
            AtomicInteger answers = new AtomicInteger();
            List<CompletableFuture<String>> clients = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> ask(served.http(), isOver, answers)))
                    .toList();
            List<Stack> stacks = List.of(
                    Stack.plain(),
                    Stack.plain().withAction(FIXED.formatted("x")),
                    Stack.plain().withLoadBalancer("'enable_xff_client_port': true"));
            for (int i = 0;
                    i < 30 || answers.get() < 100 && clients.stream().noneMatch(CompletableFuture::isDone);
                    i++) {
                served.update(stacks.get(i % stacks.size()), Map.of("i-app", i % 2 == 0 ? one.port() : two.port()));
                Thread.sleep(10);
            }
            isOver.set(true);
            List<String> failures = new ArrayList<>();
            clients.forEach(client -> failures.add(client.join()));
            assertEquals(List.of("", "", "", ""), failures);
            assertTrue(answers.get() >= 100, answers + " answers");
        }
    }

    /** Asks until it is over; the first failure, or nothing. */
    private static String ask(int port, AtomicBoolean isOver, AtomicInteger answers) {
        try (Wire wire = Wire.to(port)) {
            while (!isOver.get()) {
                wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
                Wire.Message answer = wire.message();
                if (answer.status() != 200) {
                    return answer.toString();
                }
                answers.incrementAndGet();
            }
            return "";
        }
    }

    @Test
    void a_listener_comes_and_goes() {
        String more = "'aws_lb_listener': {'more': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 8000,"
                + " 'protocol': 'HTTP', 'default_action': [" + FIXED.formatted("more") + "]}}";
        try (Served served = Served.with(Stack.plain(), Map.of())) {
            served.update(Stack.plain().withResource(more), Map.of());
            assertEquals(3, served.loadBalancer().listeners().size());
            int port = served.loadBalancer().listeners().get(2).local().getPort();
            try (Wire wire = Wire.to(port)) {
                assertEquals(
                        "more",
                        wire.say("GET / HTTP/1.1", "Host: a.example.com", "")
                                .message()
                                .body());
            }
            served.update(Stack.plain(), Map.of());
            assertEquals(2, served.loadBalancer().listeners().size());
        }
    }

    @Test
    void a_connection_that_is_old_ends_with_its_next_answer() {
        Stack stack = Stack.plain().withLoadBalancer("'client_keep_alive': 0").withAction(FIXED.formatted("x"));
        try (Served served = Served.with(stack, Map.of());
                Wire wire = Wire.to(served.http())) {
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            Wire.Message answer = wire.message();
            assertEquals("close", answer.header("Connection"), answer::toString);
            assertTrue(wire.isClosed());
        }
    }

    @Test
    void a_connection_on_which_nothing_comes_is_closed_after_the_idle_timeout() {
        Stack stack = Stack.plain().withLoadBalancer("'idle_timeout': 1").withAction(FIXED.formatted("x"));
        try (Served served = Served.with(stack, Map.of());
                Wire silent = Wire.to(served.http());
                Wire half = Wire.to(served.http()).send("GET / HT")) {
            assertTrue(silent.isClosed());
            assertTrue(half.isClosed());
        }
    }
}
