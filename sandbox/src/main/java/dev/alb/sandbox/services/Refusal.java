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

    /** A refusal for a value that AWS does not accept, an error that no service's model lists. */
    public static Refusal validation(String message) {
        return of("ValidationError", message).unmodelled();
    }

    /** What the provider finds before it calls AWS, in its own words, which stand alone. */
    public static Refusal byProvider(String message) {
        return of("", message);
    }

    /** The same with another HTTP status. */
    public Refusal withStatus(int other) {
        return new Refusal(other, code, getMessage(), modelled);
    }

    /** The same, of an error that the service's model does not list. */
    public Refusal unmodelled() {
        return new Refusal(status, code, getMessage(), false);
    }

    /** The error code, such as {@code PriorityInUse}; empty if AWS was not asked. */
    public String code() {
        return code;
    }

    /** Whether the service's model lists this error, as far as it lists any. */
    public boolean modelled() {
        return modelled;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
