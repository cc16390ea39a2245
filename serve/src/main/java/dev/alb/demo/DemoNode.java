package dev.alb.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SelfSignedCertificate;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node of the demo: a pair of stand-ins, each on a port of loopback.
 *
 * <p>It can be taken down and up while requests flow, so that one sees what health checks do.
 */
public final class DemoNode {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LARGEST_MESSAGE = 1024 * 1024;

    /** How a node is. */
    public enum State {
        /** It answers, and says so to health checks. */
        RUNNING,
        /** It answers users, and tells health checks that it is about to stop. */
        STOPPING,
        /** It doesn't answer: connections are refused. */
        DOWN
    }

    private final Vertx vertx;
    private final int number;
    private final String id;
    private final Map<StandInTarget, Port> ports = new LinkedHashMap<>();
    private volatile State state = State.RUNNING;

    /** A stand-in, and where it listens; the port stays the same when it is started anew. */
    private static final class Port {
        private final StandIn standIn;
        private HttpServer server;
        private int number;

        private Port(StandIn standIn, HttpServer server) {
            this.standIn = standIn;
            this.server = server;
            this.number = server.actualPort();
        }
    }

    DemoNode(Vertx vertx, int number, String id) {
        this.vertx = vertx;
        this.number = number;
        this.id = id;
    }

    /** Counted from 1, in the order in which the load balancer has its targets. */
    public int number() {
        return number;
    }

    /** Of the target that it stands for. */
    public String id() {
        return id;
    }

    /** How it is. */
    public State state() {
        return state;
    }

    /** Where a target is; {@code null} before it was opened. */
    synchronized Map<StandInTarget, InetSocketAddress> addresses() {
        Map<StandInTarget, InetSocketAddress> addresses = new LinkedHashMap<>();
        ports.forEach((target, port) -> addresses.put(target, new InetSocketAddress(LOOPBACK, port.number)));
        return addresses;
    }

    /** Begins to listen for a target, on a port that is free. */
    synchronized void open(StandInTarget target, StandIn standIn) {
        if (!ports.containsKey(target)) {
            ports.put(target, new Port(standIn, Blocking.await(listen(target, standIn, 0))));
        }
    }

    private Future<HttpServer> listen(StandInTarget target, StandIn standIn, int port) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(port)
                .setMaxWebSocketMessageSize(LARGEST_MESSAGE)
                .setMaxWebSocketFrameSize(LARGEST_MESSAGE);
        if (target.isEncrypted()) {
            // A load balancer takes any certificate from a target.
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(SelfSignedCertificate.create(LOOPBACK).keyCertOptions());
        }
        return vertx.createHttpServer(options).requestHandler(standIn).listen();
    }

    /** Answers again, with no memory of sessions if it was down. */
    public synchronized void up() {
        if (state == State.DOWN) {
            ports.forEach((target, port) -> {
                port.standIn.restart();
                port.server = Blocking.await(listen(target, port.standIn, port.number));
            });
        }
        state = State.RUNNING;
    }

    /** Goes on to answer users, and tells health checks that it is about to stop. */
    public synchronized void stopping() {
        up();
        state = State.STOPPING;
    }

    /** Breaks off all connections and answers nobody, as after a crash. */
    public synchronized void down() {
        if (state != State.DOWN) {
            state = State.DOWN;
            ports.values().forEach(port -> Blocking.await(port.server.close()));
        }
    }
}
