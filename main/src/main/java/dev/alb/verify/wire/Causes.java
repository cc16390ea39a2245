package dev.alb.verify.wire;

import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Unreachable.Kind;
import io.vertx.core.http.HttpClosedException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Tells in words why a connection didn't bring an answer. */
final class Causes {
    private Causes() {}

    static Unreachable timeout(Progress progress, Duration after) {
        String time = after.toMillis() % 1000 == 0 ? after.toSeconds() + " s" : after.toMillis() + " ms";
        return progress.isConnected()
                ? new Unreachable(
                        Kind.NO_ANSWER,
                        progress.where() + " takes the connection and gives no whole answer in " + time + ".")
                : new Unreachable(Kind.TIMED_OUT, "No connection to " + progress.where() + " in " + time + ".");
    }

    static Unreachable explain(Throwable thrown, Progress progress) {
        String where = progress.where();
        Throwable cause = root(thrown);
        String message = String.valueOf(cause.getMessage());
        if (thrown instanceof VertxClient.TooLarge) {
            return new Unreachable(Kind.NOT_UNDERSTOOD, where + " sends far more than it was asked for.");
        }
        if (is(thrown, SSLException.class)) {
            return isCut(message)
                    ? new Unreachable(Kind.TLS, where + " ends the connection in the handshake of TLS.")
                    : new Unreachable(Kind.TLS, where + " doesn't agree on TLS: " + message + ".");
        }
        if (isTimeout(thrown)) {
            return new Unreachable(Kind.TIMED_OUT, "No connection to " + where + " in time.");
        }
        if (is(thrown, NoRouteToHostException.class) || message.contains("unreachable")) {
            return new Unreachable(Kind.TIMED_OUT, "No way leads to " + where + " from here.");
        }
        if (is(thrown, ConnectException.class)) {
            return new Unreachable(Kind.REFUSED, "Nobody listens at " + where + ".");
        }
        boolean isClosed = is(thrown, HttpClosedException.class)
                || is(thrown, EOFException.class)
                || is(thrown, SocketException.class)
                || isCut(message);
        return isClosed
                ? new Unreachable(Kind.CLOSED, where + " closes the connection before the whole answer is there.")
                : new Unreachable(
                        Kind.NOT_UNDERSTOOD, where + " gives an answer that breaks the protocol (" + message + ").");
    }

    private static boolean isTimeout(Throwable thrown) {
        return is(thrown, SocketTimeoutException.class)
                || String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT).contains("timed out")
                || thrown.getClass().getSimpleName().contains("Timeout");
    }

    private static boolean isCut(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.equals("null")
                || lower.contains("connection was closed")
                || lower.contains("connection closed")
                || lower.contains("connection reset")
                || lower.contains("remote host terminated")
                || lower.contains("closed while");
    }

    private static boolean is(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
