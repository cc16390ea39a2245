package dev.alb.verify;

/** How a check ended. */
public enum Status {
    /** What it asks for is so. */
    PASSED,
    /** What it asks for is not so. */
    FAILED,
    /** It doesn't apply here; the result says why. */
    SKIPPED,
    /** Nothing could be learned, which counts as failed. */
    UNKNOWN;

    /** Whether a run with it counts as good. */
    public boolean isGood() {
        return this == PASSED || this == SKIPPED;
    }
}
