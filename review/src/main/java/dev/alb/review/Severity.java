package dev.alb.review;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** Worth knowing. */
    LOW,
    /** Somebody should look at it before it is applied. */
    MEDIUM,
    /** Users or attackers will notice. */
    HIGH,
    /** An outage, or the whole world in. */
    CRITICAL;

    /** The name as it is written in options and reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
