package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import dev.alb.topology.Target;
import java.util.List;
import java.util.Set;

/** A target group that goes. */
final class TargetGroupLoss implements Check {
    static final Kind REPLACED = new Kind(
            "target-group-replaced",
            Section.REPLACEMENT,
            "A target group is replaced",
            "The targets of the new group have to pass their health checks first, and clients lose their stickiness.");
    static final Kind IN_USE = new Kind(
            "target-group-in-use",
            Section.REPLACEMENT,
            "A target group is deleted while it is in use",
            "AWS refuses to delete a group that a listener or a rule names; its targets are taken out by then.");

    @Override
    public List<Kind> kinds() {
        return List.of(REPLACED, IN_USE);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.lost(comparison, "aws_lb_target_group")
                .flatMap(change -> finding(comparison, change).stream())
                .toList();
    }

    private static List<Finding> finding(Comparison comparison, Change change) {
        List<String> users = users(comparison, change);
        if (change.action() == Change.Action.CREATE_THEN_DELETE) {
            return List.of(createdFirst(change));
        }
        if (!users.isEmpty()) {
            return List.of(inUse(comparison, change, users));
        }
        return change.action().isReplacement() ? List.of(unused(change)) : List.of();
    }

    /** A group is deleted before what names it is changed to another, and after what names it is deleted. */
    private static List<String> users(Comparison comparison, Change change) {
        Set<String> now = Forwards.to(comparison.before(), change.address());
        Set<String> later = Forwards.to(comparison.after(), change.address());
        return now.stream()
                .filter(user -> !Changed.isLost(comparison, user))
                .filter(user ->
                        change.action().isReplacement() || later.contains(user) || namesByArn(comparison, change, user))
                .toList();
    }

    private static boolean namesByArn(Comparison comparison, Change change, String user) {
        String arn = change.before().at("arn").text("");
        return !arn.isEmpty()
                && comparison
                        .plan()
                        .after()
                        .at(user)
                        .filter(resource -> resource.values().json().toString().contains("\"" + arn + "\""))
                        .isPresent();
    }

    private static Finding inUse(Comparison comparison, Change change, List<String> users) {
        List<String> drained = targets(comparison, change).stream()
                .filter(target -> Changed.isLost(comparison, target.attachment().address()))
                .map(Target::toString)
                .toList();
        return IN_USE.at(
                change.address(),
                drained.isEmpty() ? Severity.HIGH : Severity.CRITICAL,
                "It is deleted" + (change.action().isReplacement() ? " before the new one is made" : "")
                        + Cause.clause(change) + ", while " + String.join(", ", users)
                        + (users.size() == 1 ? " names" : " name") + " it. AWS refuses that (ResourceInUse)"
                        + (drained.isEmpty()
                                ? ", and the apply stops."
                                : ", after its targets (" + String.join(", ", drained)
                                        + ") were taken out: it serves nobody until somebody repairs it."),
                change.action().isReplacement()
                        ? "Set lifecycle { create_before_destroy = true } on the group, with name_prefix or a name that changes"
                                + " with what forces the replacement."
                        : "Take it out of " + String.join(", ", users) + " first.");
    }

    private static Finding createdFirst(Change change) {
        return REPLACED.at(
                change.address(),
                Severity.MEDIUM,
                "A new group is made, then the old one is deleted" + Cause.clause(change)
                        + ". Requests may be sent to the new group before its targets have passed the health check, which takes at"
                        + " least " + warmUp(change.after())
                        + ", and may meet a 503 until then. Stickiness begins anew, so users may"
                        + " meet another node and have to sign in again.",
                "Apply it in a quiet hour, or move the requests over in steps, by weights.");
    }

    private static Finding unused(Change change) {
        return REPLACED.at(
                change.address(),
                Severity.LOW,
                "It is deleted, then made anew" + Cause.clause(change)
                        + "; nothing in this plan sends requests to it now.",
                "Make sure that nobody elsewhere uses its ARN.");
    }

    private static List<Target> targets(Comparison comparison, Change change) {
        return comparison.before().targetGroup(change.address()).stream()
                .flatMap(group -> group.targets().stream())
                .toList();
    }

    /** How long a new target needs to be healthy, in words. */
    static String warmUp(Value group) {
        Value check = group.block("health_check");
        int interval = check.at("interval").number().orElse(30);
        int threshold = check.at("healthy_threshold").number().orElse(3);
        return interval * threshold + " s (" + threshold + " checks, one every " + interval + " s)";
    }
}
