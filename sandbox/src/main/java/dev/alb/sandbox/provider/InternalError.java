package dev.alb.sandbox.provider;

import dev.alb.sandbox.account.InvalidAccount;
import dev.alb.sandbox.account.Stopped;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What somebody reads of Terraform when a call fails for a reason that is not theirs. */
final class InternalError {
    private InternalError() {}

    /** A sentence; the whole story only where {@code ALB_DEBUG=1} asks for it. */
    static Diagnostic of(String call, RuntimeException cause) {
        if (cause instanceof Stopped) {
            return Messages.error(
                    "context canceled", "Terraform was stopped while the sandbox worked on " + call + ".");
        }
        if (cause instanceof InvalidAccount) {
            return Messages.error("The account of the sandbox cannot be used", cause.getMessage());
        }
        if (cause instanceof UnknownType) {
            return Messages.error(cause.getMessage(), "Leave it out, or describe it in aws-schema.json.");
        }
        String told = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return Messages.error("The sandbox failed in " + call, told + "\n\n" + more(cause));
    }

    private static String more(RuntimeException cause) {
        if (!"1".equals(System.getenv("ALB_DEBUG"))) {
            return "This is a fault of the sandbox, not of your configuration. ALB_DEBUG=1 shows where it happened.";
        }
        StringWriter story = new StringWriter();
        cause.printStackTrace(new PrintWriter(story));
        return story.toString();
    }
}
