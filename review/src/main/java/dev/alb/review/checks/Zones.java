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
import java.util.stream.Stream;

/** The availability zones in which a load balancer stands. */
final class Zones implements Check {
    static final Kind ONE_LEFT = new Kind(
            "one-zone-left",
            Section.AVAILABILITY,
            "A load balancer stands in one zone only",
            "AWS asks for two zones, and where one fails, everything fails.");
    static final Kind SUBNET_REMOVED = new Kind(
            "subnet-removed",
            Section.AVAILABILITY,
            "A load balancer leaves a subnet",
            "Its addresses there go at once, with the connections over them, and targets in that zone may get no requests.");

    @Override
    public List<Kind> kinds() {
        return List.of(ONE_LEFT, SUBNET_REMOVED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.made(comparison, "aws_lb")
                .filter(change -> change.after()
                        .at("load_balancer_type")
                        .text("application")
                        .equals("application"))
                .flatMap(change -> finding(comparison, change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Comparison comparison, Change change) {
        Snapshot after = comparison.plan().after();
        List<Link> will = subnets(after, change.after());
        if (will.isEmpty() || will.stream().anyMatch(link -> !link.isKnown())) {
            return Optional.empty();
        }
        List<Optional<String>> zones = will.stream().map(Zones::zone).toList();
        Set<String> known = zones.stream().flatMap(Optional::stream).collect(Collectors.toCollection(TreeSet::new));
        boolean isOne = will.size() == 1 || known.size() == 1 && zones.stream().noneMatch(Optional::isEmpty);
        if (isOne) {
            return Optional.of(oneLeft(change, will, known));
        }
        return change.action() == Change.Action.UPDATE
                ? removed(change, subnets(comparison.plan().before(), change.before()), will)
                : Optional.empty();
    }

    private static List<Link> subnets(Snapshot snapshot, Value loadBalancer) {
        Value subnets = loadBalancer.at("subnets");
        Stream<Value> ids = subnets.isUnknown() || subnets.isAbsent()
                ? loadBalancer.at("subnet_mapping").items().stream().map(mapping -> mapping.at("subnet_id"))
                : subnets.items().stream();
        return ids.map(id -> snapshot.link(id, "aws_subnet")).toList();
    }

    private static Optional<String> zone(Link subnet) {
        return subnet.target()
                .flatMap(resource -> resource.at("availability_zone").text());
    }

    private static Finding oneLeft(Change change, List<Link> subnets, Set<String> zones) {
        return ONE_LEFT.at(
                change.address(),
                Severity.CRITICAL,
                "It is left with " + names(subnets) + (zones.isEmpty() ? "" : " in " + String.join(", ", zones))
                        + ". AWS refuses fewer than two zones (InvalidSubnet), and the apply stops.",
                "Give it two or more subnets, each in another availability zone.");
    }

    private static Optional<Finding> removed(Change change, List<Link> was, List<Link> will) {
        Set<String> left = will.stream().map(Link::name).collect(Collectors.toSet());
        List<Link> gone =
                was.stream().filter(link -> !left.contains(link.name())).toList();
        boolean isSwap = gone.stream()
                .allMatch(link -> zone(link).isPresent()
                        && will.stream().anyMatch(other -> zone(other).equals(zone(link))));
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(SUBNET_REMOVED.at(
                        change.address(),
                        isSwap ? Severity.LOW : Severity.MEDIUM,
                        "It leaves " + names(gone)
                                + (isSwap ? " for another one in the same zone." : ", with that zone."),
                        isSwap
                                ? "Apply it in a quiet hour: connections over the old addresses end."
                                : "Make sure that no target stands in that zone alone."));
    }

    private static String names(List<Link> subnets) {
        return subnets.stream()
                .map(link ->
                        link.name() + zone(link).map(zone -> " (" + zone + ")").orElse(""))
                .collect(Collectors.joining(", "));
    }
}
