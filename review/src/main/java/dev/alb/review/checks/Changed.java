package dev.alb.review.checks;

import dev.alb.review.Comparison;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Change.Action;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a plan does with the resources of some types. */
final class Changed {
    private Changed() {}

    /** All that isn't left as it is; a data source is never among it, nor what an unfinished replacement has left behind. */
    static Stream<Change> of(Comparison comparison, String... types) {
        List<String> asked = Arrays.asList(types);
        return comparison.plan().changes().stream()
                .filter(change -> !change.isData() && !change.isDeposed() && change.action() != Action.NO_OP)
                .filter(change -> asked.isEmpty() || asked.contains(type(change)));
    }

    /** What goes, whether something takes its place or not. */
    static Stream<Change> lost(Comparison comparison, String... types) {
        return of(comparison, types).filter(Changed::isLost);
    }

    static boolean isLost(Change change) {
        return change.action() == Action.DELETE || change.action().isReplacement();
    }

    /** What stays and is changed, and what takes the place of another. */
    static Stream<Change> kept(Comparison comparison, String... types) {
        return of(comparison, types)
                .filter(change ->
                        change.action() == Action.UPDATE || change.action().isReplacement());
    }

    /** What stands afterwards and was changed, replaced or made. */
    static Stream<Change> made(Comparison comparison, String... types) {
        return of(comparison, types).filter(change -> !change.after().isAbsent());
    }

    /** Whether the resource of an address goes in this plan. */
    static boolean isLost(Comparison comparison, String address) {
        return comparison.change(address).filter(Changed::isLost).isPresent();
    }

    /** Terraform's type, by its new name. */
    static String type(Change change) {
        return new Resource(change.address(), change.type(), false, Value.absent()).type();
    }
}
