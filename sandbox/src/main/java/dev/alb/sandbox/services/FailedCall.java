package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that AWS refused, as the provider reports it. */
public final class FailedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String doing;
    private final String code;
    private final transient Value.@Nullable Mapping made;

    FailedCall(String doing, String code, String error) {
        this(doing, code, error, null);
    }

    private FailedCall(String doing, String code, String error, Value.@Nullable Mapping made) {
        super(error, null, false, false);
        this.doing = doing;
        this.code = code;
        this.made = made;
    }

    /** What the provider was doing: {@code creating ELBv2 Load Balancer (wiki)}. */
    public String doing() {
        return doing;
    }

    /** AWS's error code; empty if the provider complains by itself. */
    public String code() {
        return code;
    }

    /** The object that was made all the same, if the call that failed was one after the creation. */
    public Optional<Value.Mapping> made() {
        return Optional.ofNullable(made);
    }

    FailedCall after(Value.Mapping created) {
        return new FailedCall(doing, code, getMessage(), created);
    }
}
