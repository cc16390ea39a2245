package dev.alb.rules;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host that a request is for.
 *
 * @param values patterns of at most 128 characters, with a dot and only letters after the last one
 * @param regexValues regular expressions of at most 128 characters, instead of {@code values}
 */
public record HostHeader(
        @Nullable List<String> values, @Nullable List<String> regexValues) implements PatternCondition {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.*?-]*\\.[A-Za-z]+");
    private static final Glob EVERYTHING = Glob.caseInsensitive("*");

    /** Checks the grammar of the hosts. */
    public HostHeader {
        values = Attributes.copyOf(values);
        regexValues = Attributes.copyOf(regexValues);
        Checks checks = Checks.of("host condition");
        TextChecks.checkOneKind(checks, "host_header", values, regexValues);
        TextChecks.checkValues(
                checks,
                "host_header.values",
                values,
                HOST,
                "consist of letters, digits, -, ., * and ?, with only letters after the last dot",
                "Write it as in \"wiki.example.com\" or \"*.example.com\", without scheme, port and path.");
        checks.done();
    }

    @Override
    public String kind() {
        return "host_header";
    }

    @Override
    public ValueSet valueSet() {
        return ValueSet.of(values, regexValues, Glob::caseInsensitive);
    }

    @Override
    public Glob everything() {
        return EVERYTHING;
    }
}
