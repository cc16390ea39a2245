package dev.alb.verify.probes;

/** Says that no answer came, and why. */
public final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** No name server knows the host. */
        UNKNOWN_HOST,
        /** Nobody answered the attempt to connect. */
        TIMED_OUT,
        /** Nobody listens there. */
        REFUSED,
        /** The connection stood, and no answer came, or not all of it. */
        NO_ANSWER,
        /** The connection ended before the answer did. */
        CLOSED,
        /** No agreement on TLS. */
        TLS,
        /** The answer is not what the protocol allows. */
        NOT_UNDERSTOOD
    }

    private final Kind kind;

    /**
     * A failure.
     *
     * @param message what was tried and what happened, as a sentence
     */
    public Unreachable(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What happened. */
    public Kind kind() {
        return kind;
    }
}
