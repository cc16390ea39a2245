package dev.alb.routing;

/** Whether a request meets something. */
public enum Answer {
    /** It does. */
    YES,
    /** It does not. */
    NO,
    /** It depends on what is not known: a value that Terraform learns later, or a regular expression. */
    CANNOT_TELL;

    static Answer of(boolean holds) {
        return holds ? YES : NO;
    }

    /** If both have to hold. */
    Answer and(Answer other) {
        return this == NO || other == NO ? NO : this == YES ? other : CANNOT_TELL;
    }

    /** If one of both is enough. */
    Answer or(Answer other) {
        return this == YES || other == YES ? YES : this == NO ? other : CANNOT_TELL;
    }
}
