package dev.alb.sandbox.services;

/** One reason for which AWS refuses a call. */
@FunctionalInterface
public interface Rule {
    /**
     * Looks at a change.
     *
     * @throws Refusal if AWS would not have it
     */
    void check(Change change);
}
