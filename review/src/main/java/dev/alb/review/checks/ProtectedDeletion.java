package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.topology.LoadBalancer;
import java.util.List;
import java.util.Optional;

/** A load balancer that is protected against deletion, and that the plan deletes all the same. */
final class ProtectedDeletion implements Check {
    static final Kind REFUSED = new Kind(
            "deletion-protection-refuses",
            Section.REPLACEMENT,
            "Deletion protection refuses what is planned",
            "AWS refuses to delete the load balancer, and the apply stops halfway: what depends on it is deleted first.");

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.lost(comparison, "aws_lb")
                .filter(change ->
                        change.before().at("enable_deletion_protection").flag().orElse(false))
                .map(change -> refused(comparison, change))
                .toList();
    }

    private static Finding refused(Comparison comparison, Change change) {
        List<String> first = comparison.before().loadBalancer(change.address()).stream()
                .map(LoadBalancer::listeners)
                .flatMap(List::stream)
                .map(listener -> listener.name())
                .filter(listener -> Changed.isLost(comparison, listener))
                .toList();
        boolean isOutage = !first.isEmpty() && change.action() != Change.Action.CREATE_THEN_DELETE;
        String meanwhile = first.isEmpty()
                ? ""
                : " By then " + String.join(", ", first) + (first.size() == 1 ? " is" : " are") + " deleted already"
                        + (isOutage ? ", and nothing answers." : ".");
        boolean isSwitchedOff =
                change.after().at("enable_deletion_protection").flag().equals(Optional.of(false));
        return REFUSED.at(
                change.address(),
                isOutage ? Severity.CRITICAL : Severity.HIGH,
                "enable_deletion_protection is true, so AWS refuses to delete it (OperationNotPermitted)." + meanwhile
                        + (isSwitchedOff
                                ? " That the plan sets it to false doesn't help: that is said of the new load balancer."
                                : ""),
                "Set enable_deletion_protection to false and apply that alone, before anything else.");
    }
}
