package dev.alb.cli;

/** How a command ends, for whoever called it. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** Done, and something was found; or a check failed. */
    static final int FINDINGS = 1;
    /** The input or the usage is wrong; nothing was written. */
    static final int BAD_INPUT = 2;
    /** A tool is missing or failed. */
    static final int TOOL = 3;

    private ExitCode() {}
}
