package dev.alb.sandbox.account;

/** Terraform no longer waits for a call: somebody has pressed Ctrl-C, or it is gone. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
        super("context canceled", null, false, false);
    }
}
