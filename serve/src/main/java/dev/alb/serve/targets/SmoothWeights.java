package dev.alb.serve.targets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Turns by weight: of as many turns as all weights together, each gets as many as its own weight, spread evenly. One of weight
 * 0 gets none.
 */
final class SmoothWeights<T> {
    private final Map<T, Long> credits = new HashMap<>();

    /** Whose turn it is; none if nobody has a weight. The weights may differ from turn to turn. */
    synchronized Optional<T> next(List<T> candidates, ToIntFunction<T> weight) {
        if (credits.size() > candidates.size()) {
            credits.keySet().retainAll(candidates);
        }
        T best = null;
        long most = Long.MIN_VALUE;
        long all = 0;
        for (T candidate : candidates) {
            int own = weight.applyAsInt(candidate);
            if (own > 0) {
                all += own;
                long credit = credits.merge(candidate, (long) own, Long::sum);
                if (credit > most) {
                    most = credit;
                    best = candidate;
                }
            }
        }
        if (best != null) {
            credits.put(best, most - all);
        }
        return Optional.ofNullable(best);
    }
}
