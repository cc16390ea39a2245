package dev.alb.rules;

import dev.alb.terraform.Checks;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The method of a request.
 *
 * @param values methods such as {@code GET}, at most 40 characters, exactly as they are sent; no wildcards
 */
public record HttpRequestMethod(List<String> values) implements PatternCondition {
    private static final Pattern METHOD = Pattern.compile("[A-Z_-]{1,40}");
    private static final Glob EVERYTHING = Glob.caseSensitive("*");

    /** Checks the grammar of the methods. */
    public HttpRequestMethod {
        values = List.copyOf(values);
        Checks checks = Checks.of("method condition");
        TextChecks.checkGiven(checks, "http_request_method.values", values);
        TextChecks.checkValues(
                checks,
                "http_request_method.values",
                values,
                METHOD,
                "consist of 1 to 40 capital letters, - and _",
                "Write it as in \"GET\"; there are no wildcards in methods.");
        checks.done();
    }

    @Override
    public String kind() {
        return "http_request_method";
    }

    @Override
    public ValueSet valueSet() {
        return ValueSet.of(values, null, Glob::caseSensitive);
    }

    @Override
    public Glob everything() {
        return EVERYTHING;
    }
}
