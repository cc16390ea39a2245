package dev.alb.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs two automata side by side.
 *
 * <p>It is an {@link Exploration} of pairs of states, written out with numbers for the pairs: a review makes thousands of
 * these.
 */
final class Product {
    private final Automaton first;
    private final Automaton second;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> pairs = new ArrayList<>();

    private Product(Automaton first, Automaton second) {
        this.first = first;
        this.second = second;
    }

    static Automaton of(Automaton first, Automaton second, Acceptance acceptance) {
        return new Product(first, second).explore(acceptance);
    }

    /** Whether no text is accepted by both; it ends at the first that is. */
    static boolean areDisjoint(Automaton first, Automaton second) {
        Product product = new Product(first, second);
        product.number(0, 0);
        for (int i = 0; i < product.pairs.size(); i++) {
            int a = product.inFirst(i);
            int b = product.inSecond(i);
            if (first.accepting[a] && second.accepting[b]) {
                return false;
            }
            product.follow(a, b);
        }
        return true;
    }

    private void follow(int a, int b) {
        if (first.isDead(a) || second.isDead(b)) {
            return;
        }
        number(first.fallbacks[a], second.fallbacks[b]);
        for (char symbol : first.symbols[a]) {
            number(first.next(a, symbol), second.next(b, symbol));
        }
        for (char symbol : second.symbols[b]) {
            number(first.next(a, symbol), second.next(b, symbol));
        }
    }

    private Automaton explore(Acceptance acceptance) {
        number(0, 0);
        List<char[]> symbols = new ArrayList<>();
        List<int[]> targets = new ArrayList<>();
        List<Integer> fallbacks = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            int a = inFirst(i);
            int b = inSecond(i);
            char[] named = merged(first.symbols[a], second.symbols[b]);
            int[] reached = new int[named.length];
            for (int s = 0; s < named.length; s++) {
                reached[s] = number(first.next(a, named[s]), second.next(b, named[s]));
            }
            symbols.add(named);
            targets.add(reached);
            fallbacks.add(number(first.fallbacks[a], second.fallbacks[b]));
        }
        return Minimization.of(new Automaton(
                symbols.toArray(char[][]::new),
                targets.toArray(int[][]::new),
                fallbacks.stream().mapToInt(Integer::intValue).toArray(),
                accepting(acceptance)));
    }

    private boolean[] accepting(Acceptance acceptance) {
        boolean[] accepting = new boolean[pairs.size()];
        for (int i = 0; i < accepting.length; i++) {
            accepting[i] = acceptance.of(first.accepting[inFirst(i)], second.accepting[inSecond(i)]);
        }
        return accepting;
    }

    private int number(int a, int b) {
        Integer known = numbers.putIfAbsent((long) a << Integer.SIZE | b, pairs.size());
        if (known != null) {
            return known;
        }
        pairs.add((long) a << Integer.SIZE | b);
        return pairs.size() - 1;
    }

    private int inFirst(int index) {
        return (int) (pairs.get(index) >> Integer.SIZE);
    }

    private int inSecond(int index) {
        return (int) (long) pairs.get(index);
    }

    /** The characters of two sorted arrays, sorted, each once. */
    private static char[] merged(char[] one, char[] other) {
        if (one.length == 0 || Arrays.equals(one, other)) {
            return other;
        }
        if (other.length == 0) {
            return one;
        }
        char[] merged = new char[one.length + other.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            boolean takeOne = j >= other.length || i < one.length && one[i] <= other[j];
            char symbol = takeOne ? one[i++] : other[j++];
            if (count == 0 || merged[count - 1] != symbol) {
                merged[count++] = symbol;
            }
        }
        return Arrays.copyOf(merged, count);
    }
}
