package dev.alb.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The automaton of a pattern: how far one may have got in it. */
final class Wildcards extends Exploration<BitSet> {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] pattern;
    private final @Nullable Character separator;

    private Wildcards(int[] pattern, @Nullable Character separator) {
        this.pattern = pattern;
        this.separator = separator;
    }

    /** The symbols of a pattern in which {@code *} is any characters or none, and {@code ?} one. */
    static int[] parse(String pattern) {
        return pattern.chars().map(Wildcards::symbol).toArray();
    }

    /** The same, where a backslash takes the meaning from what stands behind it. */
    static int[] parseEscaped(String pattern) {
        int[] symbols = new int[pattern.length()];
        int count = 0;
        for (int i = 0; i < pattern.length(); i++) {
            boolean escaped = pattern.charAt(i) == '\\' && i + 1 < pattern.length();
            symbols[count++] = escaped ? pattern.charAt(++i) : symbol(pattern.charAt(i));
        }
        return Arrays.copyOf(symbols, count);
    }

    static Automaton automaton(int[] pattern) {
        return automaton(pattern, null);
    }

    /** The texts of two patterns with a separator between them, which no wildcard takes. */
    static Automaton pair(int[] first, char separator, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + 1 + second.length);
        both[first.length] = separator;
        System.arraycopy(second, 0, both, first.length + 1, second.length);
        return automaton(both, separator);
    }

    /** Whether a pattern takes a text. */
    static boolean take(int[] pattern, String text) {
        Wildcards wildcards = new Wildcards(pattern, null);
        BitSet positions = wildcards.start();
        for (int i = 0; i < text.length(); i++) {
            positions = wildcards.after(positions, text.charAt(i), true);
        }
        return wildcards.accepts(positions);
    }

    private static Automaton automaton(int[] pattern, @Nullable Character separator) {
        Wildcards wildcards = new Wildcards(pattern, separator);
        return wildcards.from(wildcards.start());
    }

    private BitSet start() {
        BitSet start = new BitSet(pattern.length + 1);
        enter(0, start);
        return start;
    }

    @Override
    SortedSet<Character> symbols(BitSet positions) {
        SortedSet<Character> symbols = new TreeSet<>();
        positions.stream()
                .filter(i -> i < pattern.length && pattern[i] >= 0)
                .forEach(i -> symbols.add((char) pattern[i]));
        if (separator != null) {
            symbols.add(separator);
        }
        return symbols;
    }

    @Override
    BitSet next(BitSet positions, char symbol) {
        boolean isSeparator = separator != null && separator == symbol;
        return after(positions, symbol, !isSeparator);
    }

    @Override
    BitSet fallback(BitSet positions) {
        return after(positions, ANY, true);
    }

    @Override
    boolean accepts(BitSet positions) {
        return positions.get(pattern.length);
    }

    private BitSet after(BitSet positions, int symbol, boolean wildcardsTakeIt) {
        BitSet next = new BitSet(pattern.length + 1);
        for (int i = positions.nextSetBit(0); i >= 0 && i < pattern.length; i = positions.nextSetBit(i + 1)) {
            if (pattern[i] == ANY && wildcardsTakeIt) {
                enter(i, next);
            } else if (pattern[i] == ONE && wildcardsTakeIt || pattern[i] >= 0 && pattern[i] == symbol) {
                enter(i + 1, next);
            }
        }
        return next;
    }

    private void enter(int position, BitSet positions) {
        int reached = position;
        positions.set(reached);
        while (reached < pattern.length && pattern[reached] == ANY) {
            positions.set(++reached);
        }
    }

    private static int symbol(int character) {
        return switch (character) {
            case '*' -> ANY;
            case '?' -> ONE;
            default -> character;
        };
    }
}
