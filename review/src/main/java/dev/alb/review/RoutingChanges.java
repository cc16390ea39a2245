package dev.alb.review;

import java.util.List;

/** Computes which requests end elsewhere after a plan. */
public final class RoutingChanges {
    private RoutingChanges() {}

    /**
     * The requests that end elsewhere, listener after listener; none is the proof that there are no such requests. Those of a
     * listener that is new were refused before, and those of one that goes are refused after.
     */
    public static List<RoutingChange> of(Comparison comparison) {
        return comparison.reroutings().stream().map(Rerouting::change).toList();
    }
}
