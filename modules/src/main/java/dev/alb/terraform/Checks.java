package dev.alb.terraform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the violations of one input, so that they are told all at once.
 *
 * <p>A check of a value that is {@code null} (the provider's default holds) or a reference that Terraform resolves later
 * is skipped, never guessed. Attributes are named as in Terraform.
 */
public final class Checks {
    private static final String ARN_FIX = "Copy the ARN from the AWS console, or pass an attribute.";
    private static final Map<String, Pattern> ARNS = new ConcurrentHashMap<>();

    private final String subject;
    private final List<Violation> violations = new ArrayList<>();

    private Checks(String subject) {
        this.subject = subject;
    }

    /** Checks of an input that is called {@code subject} in the message. */
    public static Checks of(String subject) {
        return new Checks(subject);
    }

    /** Requires a condition across attributes; {@code actual} is what was found. */
    public Checks require(boolean holds, String path, String rule, Object actual, String fix) {
        return holds ? this : refuse(path, rule, actual, fix);
    }

    /** The words are put together only where they are needed: most values of a large app are right. */
    private Checks refuse(String path, String rule, Object actual, String fix) {
        violations.add(Violation.of(path, rule, String.valueOf(actual), fix));
        return this;
    }

    /** Requires that a value is there. */
    public Checks present(String path, @Nullable Object value, String fix) {
        return require(value != null, path, "be given", "nothing", fix);
    }

    /** Requires a number within bounds, both included. */
    public Checks between(String path, @Nullable Integer value, int least, int most) {
        if (value == null || (value >= least && value <= most)) {
            return this;
        }
        String rule = "be between " + least + " and " + most;
        return refuse(path, rule, value, "Choose a number from " + least + " to " + most + ".");
    }

    /** Requires whole seconds within bounds, both included. */
    public Checks between(String path, @Nullable Duration value, Duration least, Duration most) {
        if (value == null || (value.getNano() == 0 && value.compareTo(least) >= 0 && value.compareTo(most) <= 0)) {
            return this;
        }
        String rule = "be between " + seconds(least) + " and " + seconds(most);
        return refuse(
                path,
                rule,
                seconds(value),
                "Choose whole seconds from " + least.toSeconds() + " to " + most.toSeconds() + ".");
    }

    /** Requires a text whose length is within bounds. */
    public Checks length(String path, @Nullable String value, int least, int most) {
        if (isLater(value) || (value.length() >= least && value.length() <= most)) {
            return this;
        }
        String rule =
                least == 0 ? "have at most " + most + " characters" : "have " + least + " to " + most + " characters";
        return refuse(path, rule, quoted(value) + " (" + value.length() + ")", "Give a text of that length.");
    }

    /** Requires a text that matches as a whole. */
    public Checks matches(String path, @Nullable String value, Pattern pattern, String rule, String fix) {
        return isMatch(value, pattern) ? this : refuse(path, rule, quoted(value), fix);
    }

    /** Requires an ARN of a service, such as {@code acm}, or a reference to one. */
    public Checks arn(String path, @Nullable String value, String service) {
        return isMatch(value, arn(service, ""))
                ? this
                : refuse(path, "be an ARN that begins with arn:aws:" + service + ":", quoted(value), ARN_FIX);
    }

    /** Requires the ARN of one kind of thing in a service, such as {@code loadbalancer/app/}, or a reference to one. */
    public Checks arn(String path, @Nullable String value, String service, String kind) {
        return isMatch(value, arn(service, kind))
                ? this
                : refuse(path, "be an ARN such as arn:aws:" + service + ":…:" + kind + "…", quoted(value), ARN_FIX);
    }

    private static Pattern arn(String service, String kind) {
        return ARNS.computeIfAbsent(
                service + ":" + kind,
                k -> Pattern.compile("arn:aws[a-z-]*:" + service + ":[^:]*:[^:]*:" + Pattern.quote(kind) + ".+"));
    }

    /** Requires at most that many elements. */
    public Checks atMost(String path, @Nullable Collection<?> values, int most, String what) {
        if (values == null || values.size() <= most) {
            return this;
        }
        return refuse(path, "have at most " + most + " " + what, values.size(), "Leave out some, or split them up.");
    }

    /** Requires at most that many entries. */
    public Checks atMost(String path, @Nullable Map<?, ?> entries, int most) {
        return atMost(path, entries == null ? null : entries.keySet(), most, "entries");
    }

    /** Requires that at most one of two attributes is given. */
    public Checks notBoth(String first, @Nullable Object one, String second, @Nullable Object other) {
        String rule = "not be given together with " + second;
        return require(one == null || other == null, first, rule, "both", "Leave out " + first + " or " + second + ".");
    }

    /** Requires that only those timeouts are given that the resource knows, such as {@code create}. */
    public Checks timeouts(@Nullable Timeouts timeouts, String... known) {
        if (timeouts != null) {
            List<String> unknown = timeouts.names().stream()
                    .filter(name -> !List.of(known).contains(name))
                    .toList();
            String rule = "name no other operation than " + String.join(" and ", known);
            require(unknown.isEmpty(), "timeouts", rule, String.join(", ", unknown), "Leave out the other.");
        }
        return this;
    }

    /** Requires texts that differ from each other; upper and lower case count as the same. */
    public Checks distinct(String path, Collection<String> values) {
        Set<String> seen = new HashSet<>();
        List<String> repeated = values.stream()
                .filter(value -> !seen.add(value.toLowerCase(Locale.ROOT)))
                .toList();
        String fix = "Take the repeated one out.";
        return require(repeated.isEmpty(), path, "name each one once", quoted(String.join(", ", repeated)), fix);
    }

    /** Requires that a value is not there; {@code when} ends the sentence, as in "for a Lambda function". */
    public Checks absent(String path, @Nullable Object value, String when) {
        String actual = value == null ? "" : String.valueOf(Attributes.render(value));
        return require(value == null, path, "not be given " + when, actual, "Leave it out.");
    }

    /** Takes over violations that were found elsewhere. */
    public Checks addAll(Collection<Violation> others) {
        violations.addAll(others);
        return this;
    }

    /** What was found so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidInput with every violation, if there is one
     */
    public void done() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(subject, violations);
        }
    }

    /** A value as a message shows it. */
    public static String quoted(@Nullable Object value) {
        return value == null ? "nothing" : "\"" + value + "\"";
    }

    private static boolean isMatch(@Nullable String value, Pattern pattern) {
        return isLater(value) || pattern.matcher(value).matches();
    }

    private static boolean isLater(@Nullable String value) {
        return value == null || Text.isReference(value);
    }

    private static String seconds(Duration duration) {
        Objects.requireNonNull(duration);
        return duration.getNano() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
