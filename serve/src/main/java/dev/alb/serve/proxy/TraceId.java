package dev.alb.serve.proxy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The header {@code X-Amzn-Trace-Id}, by which a request is found in the logs of all who had it. */
final class TraceId {
    static final String HEADER = "X-Amzn-Trace-Id";
    private static final int ID_DIGITS = 24;
    private static final int LONG_DIGITS = 16;

    private final SplittableRandom random;

    TraceId(SplittableRandom random) {
        this.random = random;
    }

    /** A new id, or the one of the client with a field of this load balancer's own. */
    String of(@Nullable String given, Instant now) {
        String own = "1-" + HexFormat.of().toHexDigits((int) now.getEpochSecond()) + "-" + digits(ID_DIGITS);
        if (given == null || given.isBlank()) {
            return "Root=" + own;
        }
        return (given.contains("Root=") ? "Self=" : "Root=") + own + ";" + given;
    }

    /** The id of a connection. */
    String connection() {
        return "TID_" + digits(2 * LONG_DIGITS);
    }

    private String digits(int count) {
        HexFormat format = HexFormat.of();
        return (format.toHexDigits(random.nextLong()) + format.toHexDigits(random.nextLong())).substring(0, count);
    }
}
