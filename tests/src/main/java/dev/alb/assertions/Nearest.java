package dev.alb.assertions;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names that somebody may have meant. */
final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /** The few candidates that take the fewest changes of letters, the nearest first. */
    static List<String> to(String name, Collection<String> candidates) {
        return candidates.stream()
                .sorted(Comparator.<String>comparingInt(c -> distance(name, c)).thenComparing(c -> c))
                .limit(SHOWN)
                .toList();
    }

    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            previous = nextRow(previous, i, one.charAt(i - 1), other);
        }
        return previous[other.length()];
    }

    private static int[] nextRow(int[] previous, int row, char letter, String other) {
        int[] next = new int[previous.length];
        next[0] = row;
        for (int j = 1; j < next.length; j++) {
            int replaced = previous[j - 1] + (letter == other.charAt(j - 1) ? 0 : 1);
            next[j] = Math.min(replaced, Math.min(previous[j], next[j - 1]) + 1);
        }
        return next;
    }
}
