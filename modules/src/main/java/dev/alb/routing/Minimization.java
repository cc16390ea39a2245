package dev.alb.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one state of those that nothing tells apart, and numbers the states in the order in which they are reached. */
final class Minimization {
    private final Automaton automaton;
    private int[] groups;

    private Minimization(Automaton automaton) {
        this.automaton = automaton;
        this.groups = new int[automaton.size()];
    }

    static Automaton of(Automaton automaton) {
        Minimization minimization = new Minimization(automaton);
        minimization.divide();
        return minimization.numbered();
    }

    /** What tells a state apart: whether it accepts, its group, its fallback's, and each other character with its group. */
    private static final class Signature {
        private final int[] parts;

        Signature(int[] parts) {
            this.parts = parts;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Signature signature && Arrays.equals(parts, signature.parts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(parts);
        }
    }

    private void divide() {
        int before = 0;
        int now = 1;
        while (now > before) {
            before = now;
            now = divideOnce();
        }
    }

    private int divideOnce() {
        Map<Signature, Integer> numbers = new HashMap<>();
        int[] divided = new int[groups.length];
        for (int state = 0; state < groups.length; state++) {
            divided[state] = numbers.computeIfAbsent(signature(state), s -> numbers.size());
        }
        groups = divided;
        return numbers.size();
    }

    private Signature signature(int state) {
        char[] symbols = automaton.symbols[state];
        int[] parts = new int[3 + 2 * symbols.length];
        parts[0] = automaton.accepting[state] ? 1 : 0;
        parts[1] = groups[state];
        parts[2] = groups[automaton.fallbacks[state]];
        int count = 3;
        for (int i = 0; i < symbols.length; i++) {
            int target = groups[automaton.targets[state][i]];
            if (target != parts[2]) {
                parts[count++] = symbols[i];
                parts[count++] = target;
            }
        }
        return new Signature(Arrays.copyOf(parts, count));
    }

    /** The characters that a state still tells apart. */
    private char[] symbols(int state) {
        int fallback = groups[automaton.fallbacks[state]];
        char[] symbols = automaton.symbols[state];
        char[] told = new char[symbols.length];
        int count = 0;
        for (int i = 0; i < symbols.length; i++) {
            if (groups[automaton.targets[state][i]] != fallback) {
                told[count++] = symbols[i];
            }
        }
        return Arrays.copyOf(told, count);
    }

    private Automaton numbered() {
        List<Integer> states = new ArrayList<>(List.of(0));
        int[] numbers = new int[groups.length];
        Arrays.fill(numbers, -1);
        numbers[groups[0]] = 0;
        List<char[]> symbols = new ArrayList<>();
        List<int[]> targets = new ArrayList<>();
        List<Integer> fallbacks = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            int state = states.get(i);
            fallbacks.add(number(automaton.fallbacks[state], numbers, states));
            char[] told = symbols(state);
            symbols.add(told);
            targets.add(targets(state, told, numbers, states));
        }
        boolean[] accepting = new boolean[states.size()];
        for (int i = 0; i < accepting.length; i++) {
            accepting[i] = automaton.accepting[states.get(i)];
        }
        return new Automaton(
                symbols.toArray(char[][]::new),
                targets.toArray(int[][]::new),
                fallbacks.stream().mapToInt(Integer::intValue).toArray(),
                accepting);
    }

    private int[] targets(int state, char[] symbols, int[] numbers, List<Integer> states) {
        int[] targets = new int[symbols.length];
        for (int i = 0; i < symbols.length; i++) {
            targets[i] = number(automaton.next(state, symbols[i]), numbers, states);
        }
        return targets;
    }

    private int number(int state, int[] numbers, List<Integer> states) {
        int group = groups[state];
        if (numbers[group] < 0) {
            numbers[group] = states.size();
            states.add(state);
        }
        return numbers[group];
    }
}
