package dev.alb.cli;

/** How a command ends, for whoever called it. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** A check failed, or Terraform did. */
    static final int FINDINGS = 1;
    /** The input or the usage is wrong; nothing was written. */
    static final int BAD_INPUT = 2;
    /** A tool is missing or failed. */
    static final int TOOL = 3;

    /** Somebody pressed Ctrl-C, and there was no other program to tell of it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
