package dev.alb.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A pattern as conditions have it: {@code *} stands for any characters or none, {@code ?} for exactly one.
 *
 * <p>Two patterns can be held against each other, exactly: whether one takes everything that the other takes, and
 * whether there is a text that both take.
 */
public final class Glob {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private final String pattern;
    private final boolean caseSensitive;
    private final int[] symbols;
    private final int literals;

    private Glob(String pattern, boolean caseSensitive, boolean escapes) {
        this.pattern = pattern;
        this.caseSensitive = caseSensitive;
        this.symbols = symbols(caseSensitive ? pattern : pattern.toLowerCase(Locale.ROOT), escapes);
        this.literals = literals(symbols);
    }

    /** A pattern for paths and methods. */
    public static Glob caseSensitive(String pattern) {
        return new Glob(pattern, true, false);
    }

    /** A pattern for hosts and headers. */
    public static Glob caseInsensitive(String pattern) {
        return new Glob(pattern, false, false);
    }

    /** A pattern for query strings: regardless of case, and a backslash takes a wildcard's meaning away. */
    public static Glob escapable(String pattern) {
        return new Glob(pattern, false, true);
    }

    /** Whether a text matches as a whole. */
    public boolean matches(String text) {
        GlobStates states = GlobStates.start(this);
        for (char c : (caseSensitive ? text : text.toLowerCase(Locale.ROOT)).toCharArray()) {
            states = states.after(c);
        }
        return states.isAccepting();
    }

    /** Whether it takes every text that the other takes. */
    public boolean covers(Glob other) {
        return !GlobSearch.finds(List.of(other), List.of(this));
    }

    /** Whether there is a text that both take. */
    public boolean overlaps(Glob other) {
        return GlobSearch.finds(List.of(this, other), List.of());
    }

    /** How many wildcards it has, which AWS counts for each rule. */
    public int wildcards() {
        int wildcards = 0;
        for (int symbol : symbols) {
            wildcards += symbol < 0 ? 1 : 0;
        }
        return wildcards;
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return pattern;
    }

    int length() {
        return symbols.length;
    }

    /** Whether a character before all wildcards already excludes that both take a text: most often it does. */
    boolean beginsUnlike(Glob other) {
        int same = Arrays.mismatch(symbols, other.symbols);
        return same >= 0 && same < literals && same < other.literals;
    }

    boolean isAny(int position) {
        return position < symbols.length && symbols[position] == ANY;
    }

    /** Whether it is a beginning and a star, and the other has that beginning: then it takes all that the other takes. */
    boolean isBeginningOf(Glob other) {
        int beginning = symbols.length - 1;
        return endsWithAny()
                && other.symbols.length >= beginning
                && Arrays.equals(symbols, 0, beginning, other.symbols, 0, beginning)
                && wildcards() == 1;
    }

    boolean endsWithAny() {
        return symbols.length > 0 && symbols[symbols.length - 1] == ANY;
    }

    boolean takes(int position, int character) {
        return position < symbols.length && (symbols[position] == ONE || symbols[position] == character);
    }

    /** The characters that it names; all others are alike to it. */
    int[] symbols() {
        return symbols.clone();
    }

    private static int[] symbols(String pattern, boolean escapes) {
        int[] symbols = new int[pattern.length()];
        int count = 0;
        for (int i = 0; i < pattern.length(); i++) {
            boolean escaped = escapes && pattern.charAt(i) == '\\' && i + 1 < pattern.length();
            symbols[count++] = escaped ? pattern.charAt(++i) : symbol(pattern.charAt(i));
        }
        return Arrays.copyOf(symbols, count);
    }

    /** How many characters come before the first wildcard. */
    private static int literals(int[] symbols) {
        int count = 0;
        while (count < symbols.length && symbols[count] >= 0) {
            count++;
        }
        return count;
    }

    private static int symbol(char c) {
        return switch (c) {
            case '*' -> ANY;
            case '?' -> ONE;
            default -> c;
        };
    }
}
