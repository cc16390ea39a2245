package dev.alb.serve.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the load balancer answers by itself.
 *
 * @param contentType empty for none
 * @param location where the client is sent; {@code null} if it isn't
 * @param reason what went wrong, for logs; {@code null} if nothing did
 * @param closes whether nothing more is to be expected from the client's connection
 */
record Answer(
        int status,
        String contentType,
        String body,
        @Nullable String location,
        @Nullable String reason,
        boolean closes) {
    private static final String HTML = "text/html";

    /** A page of AWS that says no more than the status. */
    static Answer error(int status, String reason) {
        return new Answer(status, HTML, ErrorPage.of(status), null, reason, false);
    }

    /** The same, after which the connection can't be trusted. */
    static Answer last(int status, String reason) {
        return new Answer(status, HTML, ErrorPage.of(status), null, reason, true);
    }

    /** What AWS would do and this load balancer can't. */
    static Answer cannot(int status, String reason) {
        return new Answer(status, HTML, ErrorPage.because(status, reason), null, reason, false);
    }

    static Answer redirect(int status, String location) {
        return new Answer(status, HTML, ErrorPage.of(status), location, null, false);
    }

    static Answer fixed(int status, String contentType, String body) {
        return new Answer(status, body.isEmpty() ? "" : contentType, body, null, null, false);
    }

    /** Writes it down as the whole answer. */
    void send(Passage passage) {
        HttpServerResponse response = passage.begin(status);
        if (!passage.head().isHttp2()) {
            ErrorPage.phrase(status).ifPresent(response::setStatusMessage);
        }
        AnswerHeaders.own(response.headers(), passage.frontend());
        if (!contentType.isEmpty()) {
            response.headers().set("Content-Type", contentType);
        }
        if (location != null) {
            response.headers().set("Location", location);
        }
        Buffer text = Buffer.buffer(body);
        response.headers().set("Content-Length", String.valueOf(text.length()));
        if (!passage.head().method().equals(HttpMethod.HEAD)) {
            passage.sent(text);
        }
        dropRest(passage);
        response.end(text).onComplete(done -> passage.end());
    }

    /** What is left of the body has to be read away before the connection takes another request. */
    private static void dropRest(Passage passage) {
        HttpServerRequest request = passage.request();
        if (!request.isEnded()) {
            request.handler(passage::received);
            request.resume();
        }
    }
}
