package dev.alb.terraform;

/** Whether a {@link Violation} stops the synthesis. */
public enum Severity {
    /** AWS or Terraform would refuse it, or it can't do what was asked for: nothing is written. */
    ERROR,
    /** It works, and probably not as intended: it is said, and the output is written. */
    WARNING
}
