package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.time.Duration;
import java.util.Locale;

/** How long the provider waits, in the form in which it says so: {@code 1h15m0s}. */
final class Timeout {
    private Timeout() {}

    /** What the block {@code timeouts} of an object says about an action, or the provider's own choice. */
    static String of(Value.Mapping object, String action, String otherwise) {
        boolean given = object.get("timeouts") instanceof Value.Mapping block
                && block.get(action).isGiven();
        return given
                ? words(((Value.Mapping) object.get("timeouts")).get(action).text())
                : otherwise;
    }

    private static String words(String given) {
        Duration time = Duration.parse("PT" + given.toUpperCase(Locale.ROOT));
        if (time.toHours() > 0) {
            return time.toHours() + "h" + time.toMinutesPart() + "m" + time.toSecondsPart() + "s";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + "m" + time.toSecondsPart() + "s" : time.toSeconds() + "s";
    }
}
