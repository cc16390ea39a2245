package dev.alb.site.binding;

import dev.alb.terraform.TerraformValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text in a file means as a number, a time, a truth or a choice. */
public final class Scalars {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(s|m|h|d)?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

    private Scalars() {}

    static Optional<Integer> integer(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A time such as {@code 90}, {@code 90s}, {@code 10m}, {@code 2h} or {@code 1d}; empty if it is none. */
    public static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofSeconds(amount);
                });
    }

    static Optional<Object> choice(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(text))
                .findFirst()
                .map(Object.class::cast);
    }

    /** The names of an enum's constants, as a file writes them. */
    public static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Scalars::name).toList();
    }

    private static String name(Object constant) {
        return constant instanceof TerraformValue value
                ? String.valueOf(value.toTerraform())
                : ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }
}
