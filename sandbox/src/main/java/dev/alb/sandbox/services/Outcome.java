package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import org.jspecify.annotations.Nullable;

/** What the calls for one object came to: all that they did stays, even where a later one was refused. */
record Outcome(Value.Mapping state, @Nullable FailedCall failure) {
    static Outcome of(Value.Mapping state) {
        return new Outcome(state, null);
    }

    static Outcome failed(FailedCall failure) {
        return new Outcome(Value.emptyMap(), failure);
    }

    Value.Mapping orThrow() {
        if (failure != null) {
            throw failure;
        }
        return state;
    }
}
