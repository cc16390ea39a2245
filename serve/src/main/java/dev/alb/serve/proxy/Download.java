package dev.alb.serve.proxy;

import dev.alb.serve.targets.Pick;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** The answer of a target on its way to the client, no faster than the client takes it. */
final class Download {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Passage passage;
    private final HttpClientResponse from;
    private final Pick pick;

    Download(Passage passage, HttpClientResponse from, Pick pick) {
        this.passage = passage;
        this.from = from;
        this.pick = pick;
    }

    /** Begins; tells when the target has sent all. */
    void begin(Runnable ended) {
        boolean isLengthKnown = from.headers().contains("Content-Length");
        if (!isLengthKnown && passage.head().version() == HttpVersion.HTTP_1_0) {
            passage.closeAtEnd();
        }
        HttpServerResponse to = passage.begin(from.statusCode());
        if (!passage.head().isHttp2() && from.statusMessage() != null) {
            to.setStatusMessage(from.statusMessage());
        }
        AnswerHeaders.copy(from.headers(), to.headers(), passage.frontend(), pick);
        if (!isLengthKnown && hasBody()) {
            to.setChunked(true);
        }
        from.exceptionHandler(cause -> broken());
        from.handler(chunk -> chunk(chunk, to));
        from.endHandler(nothing -> {
            ended.run();
            end(to);
        });
    }

    private boolean hasBody() {
        int status = from.statusCode();
        return !passage.head().method().equals(HttpMethod.HEAD)
                && status != NO_CONTENT
                && status != NOT_MODIFIED
                && passage.head().version() == HttpVersion.HTTP_1_1;
    }

    private void chunk(Buffer chunk, HttpServerResponse to) {
        if (passage.isOver()) {
            return;
        }
        passage.sent(chunk);
        to.write(chunk);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(nothing -> {
                passage.touch();
                from.resume();
            });
        }
    }

    private void end(HttpServerResponse to) {
        if (passage.isOver()) {
            return;
        }
        if (!from.trailers().isEmpty()) {
            to.trailers().addAll(from.trailers());
        }
        to.end().onComplete(done -> passage.end());
    }

    private void broken() {
        if (!passage.isOver()) {
            passage.breakOff("the target broke off its answer");
        }
    }
}
