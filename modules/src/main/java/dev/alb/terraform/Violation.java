package dev.alb.terraform;

import java.util.Objects;

/**
 * One broken rule in plain words: where it is, what must hold there, what was found, and what to change.
 *
 * @param severity whether it stops the synthesis
 * @param address the Terraform address of the resource it is about ({@code aws_lb.wiki}), or "" where the input is not a
 *     resource yet
 * @param path the attribute below that, in Terraform's names ({@code health_check.interval}), or ""
 * @param rule what must hold, so that "path must rule" is a sentence
 * @param actual what was found
 * @param fix one sentence that says what to change
 */
public record Violation(Severity severity, String address, String path, String rule, String actual, String fix) {

    public Violation {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(path, "path");
    }

    /** An error at an attribute of an input that is not a resource yet. */
    public static Violation of(String path, String rule, String actual, String fix) {
        return new Violation(Severity.ERROR, "", path, rule, actual, fix);
    }

    /** An error at an attribute of a resource. */
    public static Violation at(String address, String path, String rule, String actual, String fix) {
        return new Violation(Severity.ERROR, address, path, rule, actual, fix);
    }

    /** The same as a warning. */
    public Violation asWarning() {
        return new Violation(Severity.WARNING, address, path, rule, actual, fix);
    }

    /** The same, below another attribute: {@code interval} below {@code health_check} is {@code health_check.interval}. */
    public Violation below(String parent) {
        return new Violation(severity, address, join(parent, path), rule, actual, fix);
    }

    /** Whether it stops the synthesis. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The whole sentence and, on a second line, the fix. */
    @Override
    public String toString() {
        String where = (address + " " + path).strip();
        return (where.isEmpty() ? "It" : where) + " must " + rule + ", got " + actual + "\n  " + fix;
    }

    private static String join(String parent, String path) {
        if (parent.isEmpty() || path.isEmpty()) {
            return parent + path;
        }
        return path.startsWith("[") ? parent + path : parent + "." + path;
    }
}
