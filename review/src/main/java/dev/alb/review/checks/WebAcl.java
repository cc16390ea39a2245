package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Optional;

/** A web ACL that is taken off a load balancer, for good or for a while. */
final class WebAcl implements Check {
    static final Kind REMOVED = new Kind(
            "web-acl-removed",
            Section.EXPOSURE,
            "A load balancer loses its web ACL",
            "Requests that it has blocked or counted reach the application.");
    private static final String ASSOCIATION = "aws_wafv2_web_acl_association";

    @Override
    public List<Kind> kinds() {
        return List.of(REMOVED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.lost(comparison, ASSOCIATION)
                .flatMap(change -> finding(comparison, change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Comparison comparison, Change change) {
        Link owner = loadBalancer(comparison.plan().before(), change.before());
        boolean stays = owner.target()
                .filter(one -> !Changed.isLost(comparison, one.address()))
                .isPresent();
        boolean isKept = change.action() == Change.Action.CREATE_THEN_DELETE;
        if (!stays || isKept || hasAnother(comparison, owner, change)) {
            return Optional.empty();
        }
        boolean isGone = change.action() == Change.Action.DELETE;
        return Optional.of(REMOVED.at(
                change.address(),
                isGone ? Severity.HIGH : Severity.MEDIUM,
                change.before().at("web_acl_arn").text("Its web ACL") + " is taken off " + owner.name()
                        + Cause.clause(change)
                        + (isGone ? "." : ", then another one is put on; meanwhile there is none."),
                isGone ? "Keep it, or make sure that something else does its work." : "Apply it in a quiet hour."));
    }

    private static boolean hasAnother(Comparison comparison, Link owner, Change change) {
        Snapshot after = comparison.plan().after();
        return after.ofType(ASSOCIATION).stream()
                .filter(other -> !other.address().equals(change.address()))
                .anyMatch(other -> loadBalancer(after, other.values()).isTo(owner.name()));
    }

    private static Link loadBalancer(Snapshot snapshot, Value association) {
        return snapshot.link(association.at("resource_arn"), "aws_lb");
    }
}
