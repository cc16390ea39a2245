package dev.alb.rules;

import dev.alb.terraform.Checks;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the conditions with texts have in common: patterns or regular expressions, and their lengths. */
final class TextChecks {
    private static final int LONGEST = 128;

    private TextChecks() {}

    static void checkOneKind(
            Checks checks, String block, @Nullable List<String> values, @Nullable List<String> regexes) {
        checks.require(
                (values == null) != (regexes == null),
                block + ".values",
                "be given, or regex_values instead of it",
                values == null ? "neither" : "both",
                "Give values with wildcards, or regular expressions.");
        checkGiven(checks, block + ".values", values);
        checkGiven(checks, block + ".regex_values", regexes);
        if (regexes != null) {
            regexes.forEach(regex -> RegularExpression.check(checks, block + ".regex_values", regex, LONGEST));
        }
    }

    static void checkGiven(Checks checks, String path, @Nullable List<?> values) {
        checks.require(
                values == null || !values.isEmpty(), path, "name a value", "none", "Add what a request must have.");
    }

    static void checkValues(
            Checks checks, String path, @Nullable List<String> values, Pattern pattern, String rule, String fix) {
        if (values == null) {
            return;
        }
        for (String value : values) {
            checks.length(path, value, 1, LONGEST);
            if (!Negation.isIn(value)) {
                checks.matches(path, value, pattern, rule, fix);
            }
        }
        Negation.check(checks, path, values);
    }
}
