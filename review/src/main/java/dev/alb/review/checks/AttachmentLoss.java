package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.topology.Target;
import dev.alb.topology.TargetGroup;
import java.util.List;
import java.util.stream.Stream;

/** Targets that are taken out of a group and put in again, while the group stays. */
final class AttachmentLoss implements Check {
    static final Kind REPLACED = new Kind(
            "attachment-replaced",
            Section.REPLACEMENT,
            "A target is taken out and put in again",
            "It is drained, and gets requests again only after it has passed its health checks.");

    @Override
    public List<Kind> kinds() {
        return List.of(REPLACED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return comparison.before().targetGroups().stream()
                .filter(group -> !Changed.isLost(comparison, group.address()))
                .flatMap(group -> ofGroup(comparison, group))
                .toList();
    }

    private static Stream<Finding> ofGroup(Comparison comparison, TargetGroup group) {
        List<Target> out = group.targets().stream()
                .filter(target -> isTakenOutFirst(comparison, target))
                .toList();
        return out.stream().map(target -> finding(comparison, group, target, out.size()));
    }

    private static boolean isTakenOutFirst(Comparison comparison, Target target) {
        return comparison
                .change(target.attachment().address())
                .filter(change -> change.action() == Change.Action.DELETE_THEN_CREATE)
                .isPresent();
    }

    private static Finding finding(Comparison comparison, TargetGroup group, Target target, int out) {
        boolean isAll = out == group.targets().size();
        Change change = comparison.change(target.attachment().address()).orElseThrow();
        String id = change.after().at("target_id").text("");
        boolean isOther = !id.isEmpty() && !id.equals(target.id().id());
        return REPLACED.at(
                change.address(),
                isAll ? Severity.HIGH : Severity.MEDIUM,
                target + " is taken out of " + group.address() + " and "
                        + (isOther ? id + " is put in" : "put in again") + Cause.clause(change)
                        + (isAll
                                ? "; so is every other target at the same time, and nobody is served"
                                : isOther ? "; the new one gets no requests" : "; it gets no requests")
                        + " until it has passed its health checks, which takes at least "
                        + TargetGroupLoss.warmUp(group.resource().values()) + ".",
                isAll ? "Do it target by target, by -target, or put new ones in first." : "Apply it in a quiet hour.");
    }
}
