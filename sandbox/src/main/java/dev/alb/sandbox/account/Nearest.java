package dev.alb.sandbox.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that somebody may have meant. */
final class Nearest {
    private Nearest() {}

    /** What to do about a name that is none of those that are known. */
    static String fix(String name, Collection<String> known) {
        return to(name, known)
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() -> "Known are " + String.join(", ", new TreeSet<>(known)) + ".");
    }

    private static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= Math.max(2, name.length() / 4))
                .min(Comparator.<String>comparingInt(other -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters have to be changed, put in or left out. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
