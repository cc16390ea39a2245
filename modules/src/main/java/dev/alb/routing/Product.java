package dev.alb.routing;

import java.util.SortedSet;
import java.util.TreeSet;

/** Runs two automata side by side. */
final class Product extends Exploration<Long> {
    private final Automaton first;
    private final Automaton second;
    private final Acceptance acceptance;

    private Product(Automaton first, Automaton second, Acceptance acceptance) {
        this.first = first;
        this.second = second;
        this.acceptance = acceptance;
    }

    static Automaton of(Automaton first, Automaton second, Acceptance acceptance) {
        return new Product(first, second, acceptance).from(pair(0, 0));
    }

    @Override
    SortedSet<Character> symbols(Long state) {
        SortedSet<Character> symbols = new TreeSet<>();
        for (char symbol : first.symbols[inFirst(state)]) {
            symbols.add(symbol);
        }
        for (char symbol : second.symbols[inSecond(state)]) {
            symbols.add(symbol);
        }
        return symbols;
    }

    @Override
    Long next(Long state, char symbol) {
        return pair(first.next(inFirst(state), symbol), second.next(inSecond(state), symbol));
    }

    @Override
    Long fallback(Long state) {
        return pair(first.fallbacks[inFirst(state)], second.fallbacks[inSecond(state)]);
    }

    @Override
    boolean accepts(Long state) {
        return acceptance.of(first.accepting[inFirst(state)], second.accepting[inSecond(state)]);
    }

    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }

    private static int inFirst(long state) {
        return (int) (state >> Integer.SIZE);
    }

    private static int inSecond(long state) {
        return (int) state;
    }
}
