package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that AWS refused, as the provider reports it. */
public final class FailedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String doing;
    private final boolean retried;
    private final transient Value.@Nullable Mapping reached;

    FailedCall(String doing, String error, boolean retried) {
        this(doing, error, retried, null);
    }

    private FailedCall(String doing, String error, boolean retried, Value.@Nullable Mapping reached) {
        super(error, null, false, false);
        this.doing = doing;
        this.retried = retried;
        this.reached = reached;
    }

    /** The same after calls for the same object that AWS accepted. */
    FailedCall after(Value.Mapping state) {
        return new FailedCall(doing, getMessage(), retried, state);
    }

    /** What the provider was doing: {@code creating ELBv2 Load Balancer (wiki)}. */
    public String doing() {
        return doing;
    }

    /** What Terraform is to remember of the object; empty if all is as it was before. */
    public Optional<Value.Mapping> reached() {
        return Optional.ofNullable(reached);
    }

    /** Whether the provider tries again. */
    boolean retried() {
        return retried;
    }

    /** The whole of it, as the provider writes it where it has one line for it. */
    @Override
    public String toString() {
        return getMessage().isEmpty() ? doing : doing + ": " + getMessage();
    }
}
