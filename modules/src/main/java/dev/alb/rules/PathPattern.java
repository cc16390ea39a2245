package dev.alb.rules;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path that a request is for, without its query string.
 *
 * @param values patterns of at most 128 characters, beginning with a slash or a wildcard; case matters
 * @param regexValues regular expressions of at most 128 characters, instead of {@code values}
 */
public record PathPattern(
        @Nullable List<String> values, @Nullable List<String> regexValues) implements PatternCondition {
    private static final Pattern PATH = Pattern.compile("[/*?][A-Za-z0-9_.$/~\"'@:+&*?-]*");
    private static final Glob EVERYTHING = Glob.caseSensitive("/*");

    /** Checks the grammar of the paths. */
    public PathPattern {
        values = Attributes.copyOf(values);
        regexValues = Attributes.copyOf(regexValues);
        Checks checks = Checks.of("path condition");
        TextChecks.checkOneKind(checks, "path_pattern", values, regexValues);
        TextChecks.checkValues(
                checks,
                "path_pattern.values",
                values,
                PATH,
                "begin with /, * or ? and consist of letters, digits and _-.$/~\"'@:+&*?",
                "Write it as in \"/synchrony/*\"; the query string has a condition of its own.");
        checks.done();
    }

    @Override
    public String kind() {
        return "path_pattern";
    }

    @Override
    public ValueSet valueSet() {
        return ValueSet.of(values, regexValues, Glob::caseSensitive);
    }

    @Override
    public Glob everything() {
        return EVERYTHING;
    }
}
