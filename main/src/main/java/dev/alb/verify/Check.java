package dev.alb.verify;

import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Untold;

/** One thing that must be so after a deploy. */
public interface Check {

    /** A short name that stays, such as {@code heartbeat}. */
    String id();

    /** What must be so, in a few words. */
    String claim();

    /** Whether it waits on purpose, so that it is only worth it once all others are good. */
    default boolean isSlow() {
        return false;
    }

    /**
     * Looks.
     *
     * @throws Unreachable if the site can't be reached
     * @throws Untold if whoever knows doesn't tell
     */
    Result result() throws Unreachable, Untold;
}
