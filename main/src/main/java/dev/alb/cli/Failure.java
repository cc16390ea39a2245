package dev.alb.cli;

/** Ends a command with a line for the user and an exit code. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A check failed. */
    static Failure check(String message) {
        return new Failure(ExitCode.FINDINGS, message);
    }

    /** The input or the usage is wrong. */
    static Failure badInput(String message) {
        return new Failure(ExitCode.BAD_INPUT, message);
    }

    /** A tool is missing or failed. */
    static Failure tool(String message) {
        return new Failure(ExitCode.TOOL, message);
    }

    int exitCode() {
        return exitCode;
    }
}
