package dev.alb.sandbox.services;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A range of IPv4 addresses.
 *
 * @param first the first address
 * @param length how many bits all addresses share
 */
record Cidr(long first, int length) {
    private static final int BITS = 32;
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /** The range that a text such as {@code 10.0.0.0/16} means; none if it means none. */
    static Optional<Cidr> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean valid = matcher.matches()
                && IntStream.rangeClosed(1, 4).allMatch(i -> number(matcher, i) <= 255)
                && number(matcher, 5) <= BITS;
        if (!valid) {
            return Optional.empty();
        }
        long address =
                IntStream.rangeClosed(1, 4).mapToLong(i -> number(matcher, i)).reduce(0, (a, b) -> a << 8 | b);
        int length = number(matcher, 5);
        return Optional.of(new Cidr(address >> BITS - length << BITS - length, length));
    }

    /** Whether all of another range is in this one. */
    boolean contains(Cidr other) {
        return length <= other.length && new Cidr(other.first >> BITS - length << BITS - length, length).equals(this);
    }

    /** Whether they have an address in common. */
    boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
