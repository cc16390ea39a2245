package dev.alb.sandbox.services;

/** AWS says no: an error code and a message, in AWS's own words. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final boolean modelled;

    private Refusal(int status, String code, String message, boolean modelled) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.modelled = modelled;
    }

    /** A refusal with HTTP status 400, which most have. */
    public static Refusal of(String code, String message) {
        return new Refusal(400, code, message, true);
    }

    /** What the provider says by itself, after it has looked or waited; it has no code. */
    public static Refusal byProvider(String message) {
        return of("", message);
    }

    /** The same with another HTTP status. */
    public Refusal withStatus(int other) {
        return new Refusal(other, code, getMessage(), modelled);
    }

    /** The same as an error that the model of its service does not list, though it lists others. */
    public Refusal unmodelled() {
        return new Refusal(status, code, getMessage(), false);
    }

    /** The error code, such as {@code PriorityInUse}; empty if the provider said it. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the model of its service lists it, if it lists any. */
    boolean isModelled() {
        return modelled;
    }
}
