package dev.alb.serve;

import java.util.List;

/** Says why a load balancer can't be served on this machine: all reasons at once, each with what to change. */
public final class CannotServe extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reasons, each a message for a person. */
    public CannotServe(List<String> reasons) {
        super(String.join("\n", reasons));
    }
}
