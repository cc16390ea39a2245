package dev.alb.sandbox.services;

/** A call that AWS refused, as the provider reports it. */
public final class FailedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String doing;

    FailedCall(String doing, String error) {
        super(error, null, false, false);
        this.doing = doing;
    }

    /** What the provider was doing: {@code creating ELBv2 Load Balancer (wiki)}. */
    public String doing() {
        return doing;
    }
}
