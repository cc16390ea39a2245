package dev.alb.routing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/**
 * A finite automaton in its smallest form, with its states in the order in which they are found: equal sets have equal
 * automata.
 *
 * <p>State 0 is the first one. Each state names the few characters that it tells apart, in their order; all others lead to
 * its fallback.
 */
final class Automaton {
    /** Characters in the order in which an example would rather have them. */
    private static final String PREFERRED =
            "xyzabcdefghijklmnopqrstuvw0123456789-_.ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "~!$&'()*+,;:@/=?%#[]{}|^`<>\"\\ ";

    final char[][] symbols;
    final int[][] targets;
    final int[] fallbacks;
    final boolean[] accepting;

    Automaton(char[][] symbols, int[][] targets, int[] fallbacks, boolean[] accepting) {
        this.symbols = symbols;
        this.targets = targets;
        this.fallbacks = fallbacks;
        this.accepting = accepting;
    }

    /** Every text, or none. */
    static Automaton constant(boolean accepts) {
        return new Automaton(new char[1][0], new int[1][0], new int[1], new boolean[] {accepts});
    }

    int size() {
        return accepting.length;
    }

    int next(int state, char symbol) {
        int found = Arrays.binarySearch(symbols[state], symbol);
        return found >= 0 ? targets[state][found] : fallbacks[state];
    }

    boolean accepts(String text) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = next(state, text.charAt(i));
        }
        return accepting[state];
    }

    /** Whether nothing is accepted from a state on. In the smallest form there is one such state at most. */
    boolean isDead(int state) {
        return !accepting[state] && symbols[state].length == 0 && fallbacks[state] == state;
    }

    boolean isConstant() {
        return size() == 1;
    }

    /** In the smallest form an empty set has one state. */
    boolean isEmpty() {
        return isConstant() && !accepting[0];
    }

    /** The first accepted text in a search by length, in which preferred characters come first. */
    Optional<String> example() {
        if (isEmpty()) {
            return Optional.empty();
        }
        int[] from = new int[size()];
        char[] by = new char[size()];
        BitSet seen = new BitSet(size());
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        seen.set(0);
        while (!open.isEmpty()) {
            int state = open.remove();
            if (accepting[state]) {
                return Optional.of(text(state, from, by));
            }
            for (char symbol : PREFERRED.toCharArray()) {
                visit(state, symbol, seen, from, by, open);
            }
            for (char symbol : symbols[state]) {
                visit(state, symbol, seen, from, by, open);
            }
        }
        return Optional.empty();
    }

    private void visit(int state, char symbol, BitSet seen, int[] from, char[] by, Deque<Integer> open) {
        int target = next(state, symbol);
        if (!seen.get(target)) {
            seen.set(target);
            from[target] = state;
            by[target] = symbol;
            open.add(target);
        }
    }

    private static String text(int end, int[] from, char[] by) {
        StringBuilder reversed = new StringBuilder();
        for (int state = end; state != 0; state = from[state]) {
            reversed.append(by[state]);
        }
        return reversed.reverse().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Automaton automaton
                && Arrays.equals(accepting, automaton.accepting)
                && Arrays.equals(fallbacks, automaton.fallbacks)
                && Arrays.deepEquals(symbols, automaton.symbols)
                && Arrays.deepEquals(targets, automaton.targets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(accepting) * 31 + Arrays.hashCode(fallbacks) + Arrays.deepHashCode(targets);
    }
}
