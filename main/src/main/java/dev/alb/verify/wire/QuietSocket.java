package dev.alb.verify.wire;

import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.WebSockets.Conversation;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A WebSocket on which nothing is said until a ping. */
final class QuietSocket {
    private static final int NO_CODE = 1006;

    private final ClientWebSocket socket;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> pong = new CompletableFuture<>();

    /** Handlers stand before it opens, so that a close right behind the answer isn't missed. */
    QuietSocket(ClientWebSocket socket) {
        this.socket = socket;
        socket.closeHandler(end -> closed.complete(null));
        socket.exceptionHandler(e -> closed.complete(null));
        socket.pongHandler(answer -> pong.complete(null));
    }

    Future<WebSocket> connect(WebSocketConnectOptions options) {
        return socket.connect(options);
    }

    /**
     * Waits, then pings.
     *
     * @throws Unreachable if it is open and doesn't answer to the ping
     */
    Conversation stay(Duration quiet, Deadline deadline, Progress progress) throws Unreachable {
        long begin = System.nanoTime();
        if (endsWithin(closed, quiet)) {
            return ended(begin);
        }
        socket.writePing(Buffer.buffer("alb"));
        CompletableFuture<Object> either = CompletableFuture.anyOf(pong, closed);
        if (!endsWithin(either, deadline.timeout())) {
            throw Causes.timeout(progress, deadline.timeout());
        }
        return pong.isDone() ? new Conversation(true, since(begin), Optional.empty()) : ended(begin);
    }

    private Conversation ended(long begin) {
        Short code = socket.closeStatusCode();
        Optional<Integer> told = Optional.ofNullable(code).map(Short::intValue).filter(number -> number != NO_CODE);
        return new Conversation(false, since(begin), told);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static boolean endsWithin(CompletableFuture<?> future, Duration time) {
        try {
            future.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
