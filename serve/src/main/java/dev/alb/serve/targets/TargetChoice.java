package dev.alb.serve.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Chooses one of some targets; there is at least one. */
interface TargetChoice {
    /** The target, whose share may be reduced as long as it starts slowly. */
    TargetInstance of(List<TargetInstance> targets, ToIntFunction<TargetInstance> share);

    static TargetChoice by(Algorithm algorithm, RandomGenerator random) {
        SmoothWeights<TargetInstance> turns = new SmoothWeights<>();
        TargetChoice inTurn = (targets, share) -> turns.next(targets, share).orElseGet(() -> targets.get(0));
        return switch (algorithm) {
            case ROUND_ROBIN -> inTurn;
            case LEAST_OUTSTANDING_REQUESTS -> (targets, share) -> inTurn.of(idlest(targets), share);
            case WEIGHTED_RANDOM -> (targets, share) -> targets.get(random.nextInt(targets.size()));
        };
    }

    private static List<TargetInstance> idlest(List<TargetInstance> targets) {
        int fewest = Integer.MAX_VALUE;
        List<TargetInstance> idlest = new ArrayList<>();
        for (TargetInstance target : targets) {
            int inFlight = target.inFlight();
            if (inFlight < fewest) {
                fewest = inFlight;
                idlest.clear();
            }
            if (inFlight == fewest) {
                idlest.add(target);
            }
        }
        return idlest;
    }
}
