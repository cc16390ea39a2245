package dev.alb.serve.proxy;

import dev.alb.serve.Exchange;
import dev.alb.serve.targets.TargetInstance;
import dev.alb.serve.targets.TargetPools;
import dev.alb.serve.tls.ListenerKeys;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** One thread that takes requests and moves them. It shares no connection with another. */
final class Worker extends VerticleBase {
    private static final long SWEEP = 200;

    private final Shared shared;
    private final TraceId traceId;
    private final Map<Gate, HttpServer> servers = new HashMap<>();
    private final Map<HttpConnection, ClientConnection> connections = new IdentityHashMap<>();
    private final Set<Passage> open = new LinkedHashSet<>();
    private @Nullable TargetClients clients;

    Worker(Shared shared, SplittableRandom random) {
        this.shared = shared;
        this.traceId = new TraceId(random);
    }

    @Override
    public Future<?> start() {
        clients = new TargetClients(vertx, shared.connectTimeout());
        vertx.setPeriodic(SWEEP, timer -> sweep());
        return Future.succeededFuture();
    }

    /** Does something on this thread. */
    private <T> Future<T> here(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(nothing -> {
            try {
                action.get().onComplete(promise);
            } catch (RuntimeException | Error e) {
                promise.fail(e);
                throw e;
            }
        });
        return promise.future();
    }

    /** Opens a gate, together with the other threads. */
    Future<Integer> open(Gate gate) {
        return here(() -> {
            HttpServer server = vertx.createHttpServer(ServerOptions.of(gate))
                    .connectionHandler(connection -> connected(gate, connection))
                    .exceptionHandler(cause -> {})
                    .invalidRequestHandler(request -> refuse(gate, request))
                    .requestHandler(request -> receive(gate, request));
            return server.listen().map(HttpServer::actualPort).onSuccess(port -> servers.put(gate, server));
        });
    }

    /** Closes a gate: takes no more, and lets what is in flight end for some time. */
    Future<Void> close(Gate gate, Duration grace) {
        return here(() -> {
            HttpServer server = servers.remove(gate);
            return server == null ? Future.succeededFuture() : server.shutdown(grace.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void connected(Gate gate, HttpConnection connection) {
        connections.put(
                connection, new ClientConnection(gate, connection, traceId.connection(), encryption(gate, connection)));
        connection.closeHandler(nothing -> connections.remove(connection));
        connection.exceptionHandler(cause -> {});
    }

    private static Exchange.@Nullable Encryption encryption(Gate gate, HttpConnection connection) {
        SSLSession session = connection.sslSession();
        ListenerKeys keys = gate.keys();
        if (session == null || keys == null) {
            return null;
        }
        String asked = ListenerKeys.asked(session);
        return new Exchange.Encryption(
                session.getProtocol(),
                CipherName.ofAws(session.getCipherSuite()),
                asked,
                keys.fitting(asked).name());
    }

    private void receive(Gate gate, HttpServerRequest request) {
        Reception.receive(passage(gate, request, true));
    }

    private void refuse(Gate gate, HttpServerRequest request) {
        passage(gate, request, false)
                .answer(RequestCheck.unreadable(request.decoderResult().cause()));
    }

    private Passage passage(Gate gate, HttpServerRequest request, boolean isReadable) {
        ClientConnection connection = connections.get(request.connection());
        if (connection == null) {
            throw new IllegalStateException("a request came on a connection that nobody knows");
        }
        return new Passage(this, gate.frontend(), connection, request, isReadable);
    }

    private void sweep() {
        List.copyOf(open).forEach(Passage::checkIdle);
        List.copyOf(connections.values()).forEach(ClientConnection::closeIfQuiet);
    }

    /** Cuts what is open with some targets. */
    void cut(Collection<TargetInstance> targets) {
        each(passage -> targets.stream().anyMatch(passage::isWith), "the deregistration delay of the target is over");
    }

    /** Cuts all WebSockets, which would not end by themselves. */
    void cutTunnels() {
        each(Passage::isTunnel, "the load balancer is closed");
    }

    private void each(Predicate<Passage> which, String reason) {
        context.runOnContext(
                nothing -> List.copyOf(open).stream().filter(which).forEach(passage -> passage.cut(reason)));
    }

    void opened(Passage passage) {
        open.add(passage);
    }

    void ended(Passage passage) {
        open.remove(passage);
        shared.exchanges().ended(passage.exchange(now()));
    }

    /** A connection has become something else, of whose end nobody will tell. */
    void forget(HttpConnection connection) {
        connections.remove(connection);
    }

    TargetClients targetClients() {
        TargetClients current = clients;
        if (current == null) {
            throw new IllegalStateException("not started");
        }
        return current;
    }

    TargetPools targetPools() {
        return shared.pools();
    }

    boolean isClosing() {
        return shared.isClosing().get();
    }

    Instant now() {
        return shared.clock().instant();
    }

    String traceId(@Nullable String given) {
        return traceId.of(given, now());
    }
}
