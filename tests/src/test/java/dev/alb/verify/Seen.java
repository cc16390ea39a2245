package dev.alb.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Untold;

/** Asserts what checks found. */
public final class Seen {
    private Seen() {}

    /** Asserts that a check passes, and what it says. */
    public static void passes(Check check, String text) throws Unreachable, Untold {
        Result result = check.result();
        assertEquals(Result.passed(text), result, result::toString);
    }

    /** Asserts that a check fails, what it says, and a part of what it tells to do. */
    public static void fails(Check check, String text, String remedy) throws Unreachable, Untold {
        is(Status.FAILED, check, text);
        Result result = check.result();
        assertTrue(String.join("\n", result.remedies()).contains(remedy), result::toString);
    }

    /** Asserts that a check is skipped, and a part of why. */
    public static void skips(Check check, String reason) throws Unreachable, Untold {
        Result result = check.result();
        assertEquals(Status.SKIPPED, result.status(), result::toString);
        assertTrue(result.text().contains(reason), result::toString);
    }

    private static void is(Status status, Check check, String text) throws Unreachable, Untold {
        Result result = check.result();
        assertEquals(text, result.text(), result::toString);
        assertEquals(status, result.status(), result::toString);
    }
}
