package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.routing.Rule;
import dev.alb.snapshot.Change;
import dev.alb.topology.Listener;
import java.util.List;
import java.util.stream.Collectors;

/** A rule that goes while its listener stays. */
final class RuleLoss implements Check {
    static final Kind REPLACED = new Kind(
            "rule-replaced",
            Section.REPLACEMENT,
            "A rule is replaced",
            "Between the old rule and the new one, its requests meet what comes after it.");
    static final Kind DELETED = new Kind(
            "rule-deleted",
            Section.REPLACEMENT,
            "A rule is deleted",
            "Its requests meet what comes after it, in the end the default action.");

    @Override
    public List<Kind> kinds() {
        return List.of(REPLACED, DELETED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.lost(comparison, "aws_lb_listener_rule")
                .flatMap(change -> comparison.before().listeners().stream()
                        .filter(listener -> listener.rules().containsKey(change.address()))
                        .filter(listener -> !Changed.isLost(comparison, listener.name()))
                        .map(listener -> finding(change, listener)))
                .toList();
    }

    private static Finding finding(Change change, Listener listener) {
        String requests = listener.table().rules().stream()
                .filter(rule -> rule.name().equals(change.address()))
                .map(RuleLoss::requests)
                .collect(Collectors.joining());
        String then = ", in the end the default action of " + listener.name() + ": "
                + listener.table().defaultOutcome() + ".";
        if (!change.action().isReplacement()) {
            return DELETED.at(
                    change.address(),
                    Severity.LOW,
                    "It is deleted" + Cause.clause(change) + ". Its requests (" + requests
                            + ") meet what comes after it" + then,
                    "Make sure that these requests are meant to end there.");
        }
        boolean isGap = change.action() == Change.Action.DELETE_THEN_CREATE;
        return REPLACED.at(
                change.address(),
                isGap ? Severity.HIGH : Severity.MEDIUM,
                isGap
                        ? "It is deleted, then made anew" + Cause.clause(change)
                                + ". Until the new rule stands, its requests (" + requests
                                + ") meet what comes after it" + then
                        : "It is made anew" + Cause.clause(change) + ", then the old one is deleted; its requests are "
                                + requests + ".",
                "Priority, conditions and actions of a rule can change in place: if only these are to change, leave its"
                        + " listener as it is.");
    }

    private static String requests(Rule rule) {
        return rule.conditions().isEmpty() ? "all" : rule.asked();
    }
}
