package dev.alb.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Makes an automaton of something that has states, by going to each state that can be reached.
 *
 * @param <S> a state, by whose equality states are told apart
 */
abstract class Exploration<S> {
    private final Map<S, Integer> numbers = new HashMap<>();
    private final List<S> states = new ArrayList<>();

    /** The characters for which a state may go elsewhere than for all others. */
    abstract SortedSet<Character> symbols(S state);

    /** Where it goes with a character. */
    abstract S next(S state, char symbol);

    /** Where it goes with any character that is not one of its {@link #symbols}. */
    abstract S fallback(S state);

    abstract boolean accepts(S state);

    Automaton from(S start) {
        number(start);
        List<char[]> symbols = new ArrayList<>();
        List<int[]> targets = new ArrayList<>();
        List<Integer> fallbacks = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            S state = states.get(i);
            int fallback = number(fallback(state));
            char[] named = new char[symbols(state).size()];
            int[] reached = new int[named.length];
            int count = 0;
            for (char symbol : symbols(state)) {
                named[count] = symbol;
                reached[count++] = number(next(state, symbol));
            }
            symbols.add(named);
            targets.add(reached);
            fallbacks.add(fallback);
        }
        return Minimization.of(new Automaton(
                symbols.toArray(char[][]::new),
                targets.toArray(int[][]::new),
                fallbacks.stream().mapToInt(Integer::intValue).toArray(),
                accepting()));
    }

    private boolean[] accepting() {
        boolean[] accepting = new boolean[states.size()];
        for (int i = 0; i < accepting.length; i++) {
            accepting[i] = accepts(states.get(i));
        }
        return accepting;
    }

    private int number(S state) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known == null) {
            states.add(state);
            return states.size() - 1;
        }
        return known;
    }
}
