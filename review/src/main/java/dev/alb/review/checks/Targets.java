package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The targets of a group before and after, and Synchrony's beside Confluence's. */
final class Targets implements Check {
    static final Kind NONE = new Kind(
            "no-targets",
            Section.AVAILABILITY,
            "A target group in use has no targets left",
            "Each request to it ends in a 503.");
    static final Kind REMOVED = new Kind(
            "target-removed",
            Section.AVAILABILITY,
            "A target is taken out",
            "The others get its requests, and its users meet another node.");
    static final Kind DIFFER = new Kind(
            "targets-differ",
            Section.AVAILABILITY,
            "Synchrony and Confluence are on different nodes",
            "A node that is in one group and not in the other gets half of what users do when they edit together.");

    private static final Map<String, String> SCALED = Map.of(
            "aws_autoscaling_attachment", "lb_target_group_arn",
            "aws_autoscaling_traffic_source_attachment", "traffic_source.identifier",
            "aws_autoscaling_group", "target_group_arns",
            "aws_ecs_service", "load_balancer.target_group_arn");

    @Override
    public List<Kind> kinds() {
        return List.of(NONE, REMOVED, DIFFER);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        for (TargetGroup group : comparison.after().targetGroups()) {
            comparison
                    .before()
                    .targetGroup(group.address())
                    .flatMap(before -> fewer(comparison, before, group))
                    .ifPresent(findings::add);
        }
        differ(comparison).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> fewer(Comparison comparison, TargetGroup before, TargetGroup after) {
        Set<String> gone = names(before);
        gone.removeAll(names(after));
        boolean isKnown =
                after.targets().stream().allMatch(target -> target.id().isKnown());
        if (gone.isEmpty() || !isKnown) {
            return Optional.empty();
        }
        boolean isEmpty =
                after.targets().isEmpty() && !isScaled(comparison.plan().after(), after);
        if (isEmpty) {
            Set<String> users = Forwards.to(comparison.after(), after.address());
            return users.isEmpty() ? Optional.empty() : Optional.of(none(after, users, gone));
        }
        int left = names(after).size();
        return Optional.of(REMOVED.at(
                after.address(),
                gone.size() >= left ? Severity.HIGH : Severity.MEDIUM,
                String.join(", ", gone) + (gone.size() == 1 ? " is" : " are") + " taken out; " + left + " of "
                        + names(before).size() + " targets are there afterwards.",
                "Make sure that the others can bear it, and that users have saved what they edit."));
    }

    private static Finding none(TargetGroup group, Set<String> users, Set<String> gone) {
        return NONE.at(
                group.address(),
                Severity.CRITICAL,
                String.join(", ", gone) + (gone.size() == 1 ? " is" : " are")
                        + " taken out, and no target is left, while " + String.join(", ", users)
                        + (users.size() == 1 ? " sends" : " send") + " requests to it.",
                "Put other targets in first, or send the requests elsewhere.");
    }

    private static Set<String> names(TargetGroup group) {
        return group.targets().stream()
                .map(target -> target.id().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An Auto Scaling group registers its instances by itself, and so do containers. */
    private static boolean isScaled(Snapshot snapshot, TargetGroup group) {
        return SCALED.entrySet().stream()
                .anyMatch(entry -> snapshot.ofType(entry.getKey()).stream()
                        .anyMatch(one -> names(snapshot, one.values(), entry.getValue(), group)));
    }

    /** A value that is known only after the apply may name any group. */
    private static boolean names(Snapshot snapshot, Value values, String path, TargetGroup group) {
        List<Value> found = List.of(values);
        for (String step : path.split("[.]")) {
            found = found.stream()
                    .map(value -> value.at(step))
                    .flatMap(Targets::each)
                    .toList();
        }
        return found.stream()
                .map(arn -> snapshot.link(arn, "aws_lb_target_group"))
                .anyMatch(link -> link.isTo(group.address()) || !link.isKnown());
    }

    private static Stream<Value> each(Value value) {
        return value.json().isArray() ? value.items().stream() : value.isAbsent() ? Stream.of() : Stream.of(value);
    }

    private static Optional<Finding> differ(Comparison comparison) {
        Optional<TargetGroup> confluence = only(comparison.after(), Role.CONFLUENCE);
        Optional<TargetGroup> synchrony = only(comparison.after(), Role.SYNCHRONY);
        if (confluence.isEmpty() || synchrony.isEmpty()) {
            return Optional.empty();
        }
        Set<String> first = names(confluence.get());
        Set<String> second = names(synchrony.get());
        boolean isEmpty = first.isEmpty() || second.isEmpty();
        boolean stood = isSame(comparison.before(), confluence.get(), first)
                && isSame(comparison.before(), synchrony.get(), second);
        if (isEmpty
                || stood
                || first.equals(second)
                || !wereEqual(comparison.before(), confluence.get(), synchrony.get())) {
            return Optional.empty();
        }
        return Optional.of(DIFFER.at(
                synchrony.get().address(),
                Severity.HIGH,
                "Confluence (" + confluence.get().address() + ") is on " + String.join(", ", first) + ", Synchrony on "
                        + String.join(", ", second) + ".",
                "Put each node into both groups, unless Synchrony has a cluster of its own."));
    }

    private static boolean isSame(Topology before, TargetGroup group, Set<String> names) {
        return before.targetGroup(group.address())
                .map(Targets::names)
                .filter(names::equals)
                .isPresent();
    }

    /** A Synchrony cluster of its own has always been on other nodes. */
    private static boolean wereEqual(Topology before, TargetGroup confluence, TargetGroup synchrony) {
        Optional<Set<String>> first = before.targetGroup(confluence.address()).map(Targets::names);
        Optional<Set<String>> second = before.targetGroup(synchrony.address()).map(Targets::names);
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    private static Optional<TargetGroup> only(Topology topology, Role role) {
        List<TargetGroup> groups = topology.targetGroups().stream()
                .filter(group -> Role.of(topology, group) == role)
                .toList();
        return groups.size() == 1 ? Optional.of(groups.get(0)) : Optional.empty();
    }
}
