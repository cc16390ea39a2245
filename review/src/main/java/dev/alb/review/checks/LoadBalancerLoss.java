package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Resource;
import java.util.List;
import java.util.stream.Collectors;

/** A load balancer that goes, and its DNS name with it. */
final class LoadBalancerLoss implements Check {
    static final Kind REPLACED = new Kind(
            "load-balancer-replaced",
            Section.REPLACEMENT,
            "A load balancer is replaced",
            "Its DNS name, its addresses and all its listeners go; whoever knows them by heart is cut off.");
    static final Kind DELETED = new Kind(
            "load-balancer-deleted",
            Section.REPLACEMENT,
            "A load balancer is deleted",
            "Nothing answers at its DNS name any more.");

    @Override
    public List<Kind> kinds() {
        return List.of(REPLACED, DELETED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.lost(comparison, "aws_lb")
                .map(change ->
                        change.action().isReplacement() ? replaced(comparison, change) : deleted(comparison, change))
                .toList();
    }

    private static Finding replaced(Comparison comparison, Change change) {
        boolean isGap = change.action() == Change.Action.DELETE_THEN_CREATE;
        String text = "It is " + (isGap ? "deleted, then made anew" : "made anew, then the old one is deleted")
                + Cause.clause(change) + ". Its DNS name" + name(change) + " goes"
                + (isGap ? ", and until the new listeners stand nothing answers." : ".") + records(comparison, change);
        return REPLACED.at(
                change.address(),
                Severity.CRITICAL,
                text,
                "Take the change back if you can. Otherwise build the new load balancer beside the old one under another"
                        + " name, move DNS to it, wait for the TTL, and delete the old one later.");
    }

    private static Finding deleted(Comparison comparison, Change change) {
        return DELETED.at(
                change.address(),
                Severity.CRITICAL,
                "It is deleted" + Cause.clause(change) + ". Nothing answers at its DNS name" + name(change)
                        + " any more." + records(comparison, change),
                "Make sure that no name leads to it. If only its address in the configuration changed, write a moved block.");
    }

    private static String name(Change change) {
        return change.before().at("dns_name").text().map(name -> " " + name).orElse("");
    }

    /** Records of this plan are set to the new name; nobody else's are. */
    private static String records(Comparison comparison, Change change) {
        List<String> records = Aliases.of(comparison.plan().before(), change.before()).stream()
                .map(Resource::address)
                .filter(address -> comparison
                        .change(address)
                        .filter(record -> !record.after().isAbsent() && record.action() != Change.Action.NO_OP)
                        .isPresent())
                .toList();
        if (!change.action().isReplacement()) {
            return "";
        }
        return records.isEmpty()
                ? " No record of this plan follows it."
                : " Of this plan, " + records.stream().collect(Collectors.joining(", "))
                        + (records.size() == 1 ? " follows" : " follow") + " it; records elsewhere do not.";
    }
}
