package dev.alb.serve.proxy;

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
}
