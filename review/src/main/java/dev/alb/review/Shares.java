package dev.alb.review;

import dev.alb.routing.Outcome;
import java.util.function.BiConsumer;

/** The target groups of a forward with what they get of all requests. */
record Shares(Outcome.Forward forward) {

    /** Each group; one that gets all is told without a number. */
    void forEach(BiConsumer<String, String> action) {
        int all = forward.targetGroups().stream()
                .mapToInt(Outcome.Forward.Share::weight)
                .sum();
        for (Outcome.Forward.Share share : forward.targetGroups()) {
            boolean isAll = forward.targetGroups().size() == 1;
            action.accept(share.targetGroup(), isAll ? "" : share.percent(all));
        }
    }
}
