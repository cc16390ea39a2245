package dev.alb.sandbox.services;

/** A data source that finds nothing, or more than it can take, in the words of the provider. */
public final class LookupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LookupFailure(String message) {
        super(message, null, false, false);
    }
}
