package dev.alb.serve.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request on its way to a target, no faster than the target takes it. */
final class Upload {
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);
    private static final Set<HttpMethod> USUALLY_EMPTY =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.DELETE);

    private final Passage passage;
    private final HttpServerRequest request;
    private final boolean mayHaveBody;
    private @Nullable HttpClientRequest to;
    private boolean isHeld;
    private boolean hasBegun;
    private boolean isComplete;
    private boolean isHeldUp;

    Upload(Passage passage) {
        this.passage = passage;
        this.request = passage.request();
        this.mayHaveBody = passage.head().mayHaveBody();
        this.isComplete = !mayHaveBody;
    }

    /** Lets the client wait until there is a target. */
    void hold() {
        if (mayHaveBody && !isHeld) {
            isHeld = true;
            request.pause();
        }
    }

    /** Begins to send. */
    void to(HttpClientRequest target) {
        if (isComplete) {
            target.end();
            return;
        }
        to = target;
        RequestHead head = passage.head();
        boolean isLengthKnown = head.headers().contains("Content-Length");
        if (!isLengthKnown && !isLikelyEmpty(head)) {
            target.setChunked(true);
        }
        if (head.headers().contains("Expect")) {
            request.response().writeContinue();
        }
        request.handler(this::chunk);
        request.endHandler(nothing -> end());
        if (isLengthKnown || target.isChunked()) {
            target.sendHead();
        }
        request.resume();
    }

    /** With HTTP/2 a request without a length may still turn out to have a body. */
    private static boolean isLikelyEmpty(RequestHead head) {
        return head.isHttp2() && USUALLY_EMPTY.contains(head.method());
    }

    private void chunk(Buffer chunk) {
        hasBegun = true;
        passage.received(chunk);
        HttpClientRequest target = to;
        if (target == null) {
            return;
        }
        if (!target.isChunked() && !target.headers().contains("Content-Length")) {
            target.setChunked(true);
        }
        target.write(chunk);
        if (target.writeQueueFull()) {
            isHeldUp = true;
            request.pause();
            target.drainHandler(nothing -> flowOn());
        }
    }

    private void flowOn() {
        isHeldUp = false;
        passage.touch();
        request.resume();
    }

    private void end() {
        isComplete = true;
        HttpClientRequest target = to;
        if (target != null) {
            passage.touch();
            target.end();
        }
    }

    /** Takes what else the client sends, and drops it. */
    void discard() {
        to = null;
        if (mayHaveBody && !isComplete && !passage.isOver()) {
            request.handler(passage::received);
            request.endHandler(nothing -> isComplete = true);
            request.resume();
        }
    }

    /** Whether all of it is here. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whether it is the target that doesn't take more. */
    boolean isHeldUp() {
        return isHeldUp;
    }

    /** Whether the request can be sent once more and means the same. */
    boolean isRepeatable() {
        return !hasBegun && isComplete && IDEMPOTENT.contains(passage.head().method());
    }
}
