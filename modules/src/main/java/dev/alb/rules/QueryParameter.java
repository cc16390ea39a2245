package dev.alb.rules;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter in a query string, whatever the case of its letters.
 *
 * @param key its name, at most 128 characters; {@code null} for whichever parameter
 * @param value a pattern of 1 to 128 characters; a backslash before {@code *} or {@code ?} takes its meaning away
 */
public record QueryParameter(@Nullable String key, String value) {
    private static final int LONGEST = 128;
    private static final Glob EVERYTHING = Glob.escapable("*");

    /** Checks the lengths. */
    public QueryParameter {
        Checks checks = Checks.of("query string condition")
                .length("query_string.key", key, 1, LONGEST)
                .length("query_string.value", value, 1, LONGEST);
        Negation.check(checks, "query_string.value", List.of(value));
        checks.done();
    }

    int wildcards() {
        return wildcardsIn(value) + (key == null ? 0 : wildcardsIn(key));
    }

    /** Whether one of several parameters takes whatever this one takes. */
    boolean isCoveredBy(List<QueryParameter> parameters) {
        List<String> values = parameters.stream()
                .filter(p -> p.key == null || isSameKey(p))
                .map(QueryParameter::value)
                .toList();
        return valueSet(values).covers(valueSet(List.of(value)), EVERYTHING);
    }

    Overlap overlap(QueryParameter other) {
        return isSameKey(other)
                ? valueSet(List.of(value)).overlap(valueSet(List.of(other.value)), EVERYTHING)
                : Overlap.POSSIBLE;
    }

    private boolean isSameKey(QueryParameter other) {
        return key != null && key.equalsIgnoreCase(other.key);
    }

    private static ValueSet valueSet(List<String> values) {
        return ValueSet.of(values, null, Glob::escapable);
    }

    private static int wildcardsIn(String text) {
        return Text.isReference(text) ? 0 : Glob.escapable(text).wildcards();
    }
}
