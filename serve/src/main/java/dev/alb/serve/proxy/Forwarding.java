package dev.alb.serve.proxy;

import dev.alb.routing.Outcome;
import dev.alb.serve.targets.Pick;
import dev.alb.serve.targets.TargetInstance;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a request on to a target and its answer back. */
final class Forwarding implements Leg {
    /** More than one kept connection may have been closed by a target that was restarted. */
    private static final int RETRIES = 3;

    private final Passage passage;
    private final Pick pick;
    private final String uri;
    private final String host;
    private final Upload upload;
    private @Nullable HttpClientRequest asked;
    private boolean isReused;
    private boolean isAnswered;
    private boolean isOver;
    private int retries;

    private Forwarding(Passage passage, Pick pick, String uri, String host) {
        this.passage = passage;
        this.pick = pick;
        this.uri = uri;
        this.host = HostHeader.of(host, passage);
        this.upload = new Upload(passage);
    }

    static void begin(Passage passage, Outcome.Forward forward, String uri, String host) {
        @Nullable Answer mismatch = Fitness.mismatch(passage, forward);
        if (mismatch != null) {
            passage.answer(mismatch);
            return;
        }
        Map<String, String> cookies = Cookies.of(passage.head().headers().get("Cookie"));
        Optional<Pick> pick = passage.worker().targetPools().pick(forward, cookies);
        if (pick.isEmpty()) {
            passage.answer(Answer.error(503, "no target is registered and may get requests"));
            return;
        }
        @Nullable Answer incompatible = Fitness.incompatible(passage, pick.get());
        if (incompatible != null) {
            pick.get().close();
            passage.answer(incompatible);
            return;
        }
        passage.record().asks(pick.get());
        Forwarding forwarding = new Forwarding(passage, pick.get(), uri, host);
        passage.goesOn(forwarding);
        forwarding.connect();
    }

    private void connect() {
        upload.hold();
        passage.worker()
                .targetClients()
                .request(pick, passage.head().method(), uri)
                .onComplete(this::connected, this::notConnected);
    }

    private void notConnected(Throwable cause) {
        if (!isOver) {
            close();
            passage.answer(Failure.ofConnecting(cause));
        }
    }

    private void connected(HttpClientRequest to) {
        if (isOver) {
            to.exceptionHandler(ignored -> {});
            TargetClients.abort(to);
            return;
        }
        asked = to;
        isReused = passage.worker().targetClients().isReused(to.connection());
        to.exceptionHandler(cause -> failed(to, cause));
        RequestHeaders.write(passage, to.headers());
        TargetClients.name(to, host);
        boolean isWebSocket = passage.head().isWebSocket();
        if (isWebSocket) {
            RequestHeaders.writeUpgrade(to.headers());
            to.connect().onComplete(from -> answered(to, from), cause -> failed(to, cause));
        } else {
            to.response().onComplete(from -> answered(to, from), cause -> failed(to, cause));
            upload.to(to);
        }
        passage.record().asked();
    }

    private void failed(HttpClientRequest to, Throwable cause) {
        if (isOver || isAnswered || to != asked) {
            return;
        }
        asked = null;
        if (isReused && retries < RETRIES && upload.isRepeatable() && Failure.isClosed(cause)) {
            retries++;
            connect();
        } else {
            close();
            TargetClients.abort(to);
            passage.answer(Failure.ofTarget(cause));
        }
    }

    private void answered(HttpClientRequest to, HttpClientResponse from) {
        if (isOver || to != asked) {
            return;
        }
        isAnswered = true;
        passage.touch();
        passage.record().answered(from.statusCode());
        boolean isUpgraded = from.statusCode() == Tunnel.SWITCHING_PROTOCOLS;
        if (isUpgraded && !passage.head().isWebSocket()) {
            close();
            TargetClients.abort(to);
            passage.answer(Answer.error(502, "the target switched protocols without being asked"));
        } else if (isUpgraded) {
            passage.goesOn(Tunnel.open(passage, pick, from));
        } else {
            new Download(passage, from, pick).begin(this::ended);
        }
    }

    /** The answer of the target is there as a whole; what the client still sends is of no use. */
    private void ended() {
        HttpClientRequest to = asked;
        if (to != null && !upload.isComplete()) {
            TargetClients.abort(to);
        }
        upload.discard();
        close();
    }

    private void close() {
        isOver = true;
        pick.close();
    }

    @Override
    public void abandon() {
        HttpClientRequest to = asked;
        close();
        upload.discard();
        if (to != null) {
            TargetClients.abort(to);
        }
    }

    @Override
    public boolean idle() {
        boolean isForClient = !upload.isComplete() && !upload.isHeldUp();
        String reason = isForClient
                ? "the client did not send its body within the idle timeout"
                : "the target did not answer within the idle timeout";
        if (passage.isBegun()) {
            passage.breakOff("nothing came from the target within the idle timeout");
        } else {
            abandon();
            passage.answer(isForClient ? Answer.last(408, reason) : Answer.error(504, reason));
        }
        return true;
    }

    @Override
    public boolean isWith(TargetInstance target) {
        return pick.target() == target;
    }

    @Override
    public boolean isTunnel() {
        return false;
    }
}
