package dev.alb.rules;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A header of a request.
 *
 * @param httpHeaderName its name, at most 40 characters; for {@code Host} there is {@link HostHeader}
 * @param values patterns of at most 128 characters, whatever their case
 * @param regexValues regular expressions of at most 128 characters, instead of {@code values}
 */
public record HttpHeader(
        String httpHeaderName,
        @Nullable List<String> values,
        @Nullable List<String> regexValues) implements Condition {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_!#$%&'*+,.^`|~-]{1,40}");
    private static final Pattern VALUE = Pattern.compile("(?s).*");
    private static final Glob EVERYTHING = Glob.caseInsensitive("*");

    /** Checks the name and the lengths of the values. */
    public HttpHeader {
        values = PatternList.of(values, Glob::caseInsensitive);
        regexValues = Attributes.copyOf(regexValues);
        Checks checks = Checks.of("header condition")
                .matches(
                        "http_header.http_header_name",
                        httpHeaderName,
                        NAME,
                        "be the name of a header, of 1 to 40 characters",
                        "Write it as in \"X-Requested-With\", without the colon.")
                .require(
                        !httpHeaderName.equalsIgnoreCase("host"),
                        "http_header.http_header_name",
                        "be another header than Host",
                        Checks.quoted(httpHeaderName),
                        "Use a host_header condition instead.");
        TextChecks.checkOneKind(checks, "http_header", values, regexValues);
        TextChecks.checkValues(checks, "http_header.values", values, VALUE, "be a text", "Give a text.");
        checks.done();
    }

    @Override
    public String kind() {
        return "http_header";
    }

    @Override
    public int valueCount() {
        return valueSet().size();
    }

    @Override
    public int wildcards() {
        return valueSet().wildcards();
    }

    @Override
    public boolean isImpliedBy(List<Condition> conditions) {
        return sameHeader(conditions).anyMatch(c -> valueSet().covers(c.valueSet(), EVERYTHING));
    }

    /** As {@link Condition#overlap}; that a client sends the same header twice is left out of account. */
    @Override
    public Overlap overlap(List<Condition> conditions) {
        return Overlap.ofAll(sameHeader(conditions).map(c -> valueSet().overlap(c.valueSet(), EVERYTHING)));
    }

    private ValueSet valueSet() {
        return PatternList.compiled(values, regexValues, Glob::caseInsensitive);
    }

    private Stream<HttpHeader> sameHeader(List<Condition> conditions) {
        return Condition.each(HttpHeader.class, conditions)
                .filter(c -> c.httpHeaderName.equalsIgnoreCase(httpHeaderName));
    }
}
