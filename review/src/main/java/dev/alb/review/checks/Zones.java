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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A load balancer that stands in fewer places. */
final class Zones implements Check {
    static final Kind ONE_LEFT = new Kind(
            "one-zone-left",
            Section.AVAILABILITY,
            "The load balancer has one zone left",
            "AWS wants two zones and refuses the change; where it doesn't, the loss of that zone is the loss of the site.");
    static final Kind REMOVED = new Kind(
            "subnet-removed",
            Section.AVAILABILITY,
            "The load balancer leaves a subnet",
            "Its address there is gone at once: clients that know it are cut, and so is what they are doing.");

    @Override
    public List<Kind> kinds() {
        return List.of(ONE_LEFT, REMOVED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.of(comparison, "aws_lb")
                .filter(change -> change.action() == Change.Action.UPDATE)
                .flatMap(change -> finding(comparison, change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Comparison comparison, Change change) {
        Value after = change.after().at("subnets");
        if (after.isUnknown()) {
            return Optional.empty();
        }
        Set<String> left = names(comparison.plan().after(), after);
        Set<String> gone =
                new TreeSet<>(names(comparison.plan().before(), change.before().at("subnets")));
        gone.removeAll(left);
        Set<String> zones = zones(comparison.plan().after(), after);
        if (zones.size() == 1 || left.size() == 1 && !after.isPartlyUnknown()) {
            return Optional.of(ONE_LEFT.at(
                    change.address(),
                    Severity.CRITICAL,
                    "It would stand in " + String.join(", ", left) + " only"
                            + (zones.isEmpty() ? "" : ", all in " + String.join(", ", zones)) + ".",
                    "Give it subnets of two zones or more."));
        }
        return gone.isEmpty() || after.isPartlyUnknown()
                ? Optional.empty()
                : Optional.of(REMOVED.at(
                        change.address(),
                        Severity.MEDIUM,
                        "It leaves " + String.join(", ", gone) + ", and stays in " + String.join(", ", left)
                                + ". Targets in a zone that it has left get no requests unless balancing across zones is on.",
                        "Choose a quiet hour, and see that the nodes stand in zones that are left."));
    }

    private static Set<String> names(Snapshot snapshot, Value subnets) {
        return links(snapshot, subnets).stream().map(Link::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Empty where the zone of any of them isn't known. */
    private static Set<String> zones(Snapshot snapshot, Value subnets) {
        List<Link> links = links(snapshot, subnets);
        List<String> zones = links.stream()
                .flatMap(link -> link.target().stream())
                .flatMap(subnet -> subnet.at("availability_zone").text().stream())
                .toList();
        return zones.size() == links.size() ? new TreeSet<>(zones) : Set.of();
    }

    private static List<Link> links(Snapshot snapshot, Value subnets) {
        return subnets.items().stream()
                .map(subnet -> snapshot.link(subnet, "aws_subnet"))
                .toList();
    }
}
