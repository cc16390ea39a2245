package dev.alb.site.binding;

import dev.alb.terraform.Severity;
import dev.alb.terraform.Violation;

/**
 * A violation together with its place in a file.
 *
 * @param location where
 * @param violation what must hold there, what was found, and what to change
 */
public record Finding(Location location, Violation violation) {

    /** Whether it stops the synthesis. */
    public boolean isError() {
        return violation.isError();
    }

    /** The place and the sentence on one line, the fix on the next. */
    @Override
    public String toString() {
        String kind = violation.severity() == Severity.WARNING ? "warning: " : "";
        String subject = location.path().isEmpty() ? location + ": " : location + " ";
        String verb = isError() ? "must " : "should ";
        return kind + subject + verb + violation.rule() + ", got " + violation.actual() + "\n    " + violation.fix();
    }
}
