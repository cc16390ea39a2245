package dev.alb.sandbox.services;

/** AWS says no: an error code and a message, in AWS's own words. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;

    private Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** A refusal with HTTP status 400, which most have. */
    public static Refusal of(String code, String message) {
        return new Refusal(400, code, message);
    }

    /** The same with another HTTP status. */
    public Refusal withStatus(int other) {
        return new Refusal(other, code, getMessage());
    }

    /** The error code, such as {@code PriorityInUse}. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
