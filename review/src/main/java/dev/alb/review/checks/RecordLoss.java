package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Resource;
import dev.alb.topology.LoadBalancer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A name that leads to a load balancer and goes. */
final class RecordLoss implements Check {
    static final Kind REPLACED = new Kind(
            "record-replaced",
            Section.REPLACEMENT,
            "A record is replaced",
            "The name doesn't resolve meanwhile, and resolvers remember that for minutes.");
    static final Kind DELETED =
            new Kind("record-deleted", Section.REPLACEMENT, "A record is deleted", "The name leads nowhere any more.");

    @Override
    public List<Kind> kinds() {
        return List.of(REPLACED, DELETED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        Set<String> leading = comparison.before().loadBalancers().stream()
                .map(LoadBalancer::resource)
                .flatMap(one -> Aliases.of(comparison.plan().before(), one.values()).stream())
                .map(Resource::address)
                .collect(Collectors.toSet());
        return Changed.lost(comparison, "aws_route53_record")
                .filter(change -> leading.contains(change.address()))
                .map(RecordLoss::finding)
                .toList();
    }

    private static Finding finding(Change change) {
        String name = change.before().at("fqdn").text(change.before().at("name").text("the name"));
        String newName = change.after().at("name").text("");
        if (!change.action().isReplacement()) {
            return DELETED.at(
                    change.address(),
                    Severity.HIGH,
                    "It is deleted" + Cause.clause(change) + ". " + name
                            + " doesn't lead to the load balancer any more.",
                    "Make sure that nobody uses the name. If only its address in the configuration changed, write a moved"
                            + " block.");
        }
        boolean isGap = change.action() == Change.Action.DELETE_THEN_CREATE;
        boolean isOther =
                !newName.isEmpty() && !newName.equals(change.before().at("name").text(""));
        return REPLACED.at(
                change.address(),
                isGap || isOther ? Severity.HIGH : Severity.MEDIUM,
                "It is " + (isGap ? "deleted, then made anew" : "made anew, then the old one is deleted")
                        + Cause.clause(change) + ". "
                        + (isOther
                                ? name + " doesn't resolve any more."
                                : name
                                        + " doesn't resolve meanwhile; resolvers may remember that for up to 15 minutes."),
                isOther
                        ? "Keep the old name as a record of its own until nobody uses it."
                        : "Apply it in a quiet hour.");
    }
}
