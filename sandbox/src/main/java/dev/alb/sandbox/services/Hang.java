package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Fault.Hanging;
import dev.alb.sandbox.account.Faults;
import dev.alb.sandbox.account.Stopped;

/**
 * A call is not answered yet. It goes up to where nobody's work on the account is held up, and what was done for the object is
 * begun anew when the answer may come.
 */
final class Hang extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Hanging hanging;
    private final transient Operation operation;
    private final String doing;

    Hang(Hanging hanging, Operation operation, String doing) {
        super(doing, null, false, false);
        this.hanging = hanging;
        this.operation = operation;
        this.doing = doing;
    }

    /**
     * Waits until the call is answered.
     *
     * @throws FailedCall if Terraform is stopped before
     */
    void pass(Faults faults, Caller caller) {
        try {
            faults.hang(hanging, caller);
        } catch (Stopped stopped) {
            throw new FailedCall(doing, operation.canceled(), false);
        }
    }
}
