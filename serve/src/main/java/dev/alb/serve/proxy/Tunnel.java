package dev.alb.serve.proxy;

import dev.alb.serve.targets.Pick;
import dev.alb.serve.targets.TargetInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.util.function.Consumer;

/** A connection that has become a WebSocket: bytes go both ways as they come, whatever they mean. */
final class Tunnel implements Leg {
    static final int SWITCHING_PROTOCOLS = 101;

    private final Passage passage;
    private final Pick pick;
    private final NetSocket target;
    private final NetSocket client;
    private boolean isOver;

    private Tunnel(Passage passage, Pick pick, NetSocket target, NetSocket client) {
        this.passage = passage;
        this.pick = pick;
        this.target = target;
        this.client = client;
    }

    /** Tells the client that the target has agreed, and connects both. */
    static Tunnel open(Passage passage, Pick pick, HttpClientResponse from) {
        HttpServerResponse to = passage.begin(SWITCHING_PROTOCOLS);
        AnswerHeaders.copy(from.headers(), to.headers(), passage.frontend(), pick);
        to.headers().set("Connection", "Upgrade");
        to.headers().set("Upgrade", "websocket");
        Tunnel tunnel = new Tunnel(
                passage, pick, from.netSocket(), passage.request().toNetSocket().result());
        tunnel.join();
        return tunnel;
    }

    private void join() {
        flow(client, target, passage::received);
        flow(target, client, passage::sent);
    }

    private void flow(NetSocket from, NetSocket to, Consumer<Buffer> passing) {
        from.handler(chunk -> {
            passing.accept(chunk);
            to.write(chunk);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(nothing -> {
                    passage.touch();
                    from.resume();
                });
            }
        });
        from.exceptionHandler(cause -> {});
        from.closeHandler(nothing -> closed(to));
    }

    /** What has been written goes out before the other side is closed as well. */
    private void closed(NetSocket other) {
        other.end();
        over();
    }

    private void over() {
        if (!isOver) {
            isOver = true;
            pick.close();
            passage.worker().forget(passage.request().connection());
            passage.end();
        }
    }

    @Override
    public void abandon() {
        target.close();
        client.close();
        over();
    }

    @Override
    public boolean idle() {
        abandon();
        return true;
    }

    @Override
    public boolean isWith(TargetInstance instance) {
        return pick.target() == instance;
    }

    @Override
    public boolean isTunnel() {
        return true;
    }
}
