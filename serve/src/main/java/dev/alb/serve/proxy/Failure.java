package dev.alb.serve.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What the client is told where a target fails. */
final class Failure {
    private Failure() {}

    /** No connection came about. */
    static Answer ofConnecting(Throwable cause) {
        if (cause instanceof ConnectTimeoutException || cause instanceof TimeoutException) {
            return Answer.error(504, "the target did not accept a connection in time");
        }
        return Answer.error(
                502,
                cause instanceof SSLException
                        ? "the TLS handshake with the target failed"
                        : "the target refused the connection");
    }

    /** The connection broke before there was an answer, or what came was none. */
    static Answer ofTarget(Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            return Answer.error(502, "the headers of the target's answer are longer than 32 K");
        }
        return Answer.error(
                502,
                isClosed(cause)
                        ? "the target closed the connection before it answered"
                        : "the answer of the target is malformed");
    }

    /** Whether a connection was closed or reset. */
    static boolean isClosed(Throwable cause) {
        return cause instanceof HttpClosedException || cause instanceof IOException;
    }
}
