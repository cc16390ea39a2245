package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.fail;

import dev.alb.serve.CannotServe;
import dev.alb.serve.Exchange;
import dev.alb.serve.LoadBalancerSetup;
import dev.alb.serve.LocalLoadBalancer;
import dev.alb.serve.targets.TargetAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A stack that is served for a test, on any free ports and two threads. */
final class Served implements AutoCloseable {
    private static final int PATIENCE = 10;

    private final LocalLoadBalancer loadBalancer;
    private final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();

    private Served(Stack stack, Map<String, Integer> targets, UnaryOperator<LoadBalancerSetup> more) {
        try {
            loadBalancer = more.apply(LocalLoadBalancer.of(stack.topology(), "aws_lb.alb")
                            .withAnyPorts()
                            .withEventLoops(2)
                            .withTargets(addresses(targets))
                            .onExchange(exchanges::add))
                    .start();
        } catch (CannotServe e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** With one target, i-app. */
    static Served with(Stack stack, int port) {
        return with(stack, Map.of("i-app", port));
    }

    /** With the ports of targets by their ids. */
    static Served with(Stack stack, Map<String, Integer> targets) {
        return new Served(stack, targets, setup -> setup);
    }

    static Served with(Stack stack, Map<String, Integer> targets, UnaryOperator<LoadBalancerSetup> more) {
        return new Served(stack, targets, more);
    }

    static TargetAddresses addresses(Map<String, Integer> targets) {
        return (group, id, port) -> Optional.ofNullable(targets.get(id))
                .map(local -> new InetSocketAddress(InetAddress.getLoopbackAddress(), local));
    }

    LocalLoadBalancer loadBalancer() {
        return loadBalancer;
    }

    void update(Stack stack, Map<String, Integer> targets) {
        try {
            loadBalancer.update(stack.topology(), addresses(targets));
        } catch (CannotServe e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The local port of the HTTP listener. */
    int http() {
        return port(80);
    }

    int https() {
        return port(443);
    }

    private int port(int port) {
        return loadBalancer.listeners().stream()
                .filter(one -> one.port() == port)
                .findFirst()
                .orElseThrow()
                .local()
                .getPort();
    }

    /** Asks the HTTP listener on a connection of its own. */
    Wire.Message ask(String... lines) {
        try (Wire wire = Wire.to(http())) {
            return wire.say(lines).say("").message();
        }
    }

    /** The usual request. */
    Wire.Message get(String path) {
        return ask("GET " + path + " HTTP/1.1", "Host: wiki.example.com");
    }

    /** The next exchange that has ended. */
    Exchange exchange() {
        try {
            Exchange next = exchanges.poll(PATIENCE, TimeUnit.SECONDS);
            return next == null ? fail("no exchange has ended") : next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The next exchange with a status; others that have ended meanwhile are passed over. */
    Exchange exchange(int status) {
        Exchange next = exchange();
        while (next.answered().status() != status) {
            next = exchange();
        }
        return next;
    }

    /** The next exchange of a path; others that have ended meanwhile are passed over. */
    Exchange exchange(String uri) {
        Exchange next = exchange();
        while (!next.asked().uri().equals(uri)) {
            next = exchange();
        }
        return next;
    }

    /** Forgets the exchanges of other tests. */
    void forget() {
        exchanges.clear();
    }

    /** What has ended and nobody has asked for. */
    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    @Override
    public void close() {
        loadBalancer.close();
    }
}
