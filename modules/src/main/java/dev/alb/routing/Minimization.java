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

    /** What tells a state apart: its group, and the groups to which it leads. */
    private record Signature(boolean accepting, int group, int fallback, String symbols, List<Integer> targets) {}

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
        int fallback = groups[automaton.fallbacks[state]];
        StringBuilder symbols = new StringBuilder();
        List<Integer> targets = new ArrayList<>();
        for (int i = 0; i < automaton.symbols[state].length; i++) {
            int target = groups[automaton.targets[state][i]];
            if (target != fallback) {
                symbols.append(automaton.symbols[state][i]);
                targets.add(target);
            }
        }
        return new Signature(automaton.accepting[state], groups[state], fallback, symbols.toString(), targets);
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
            Signature signature = signature(state);
            symbols.add(signature.symbols().toCharArray());
            targets.add(targets(state, signature.symbols(), numbers, states));
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

    private int[] targets(int state, String symbols, int[] numbers, List<Integer> states) {
        return symbols.chars()
                .map(symbol -> number(automaton.next(state, (char) symbol), numbers, states))
                .toArray();
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
