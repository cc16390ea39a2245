package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Link;
import dev.alb.topology.Target;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which nodes are registered, and whether Confluence and Synchrony still share them. */
final class Registration implements Check {
    static final Kind NOBODY = new Kind(
            "no-targets",
            Section.AVAILABILITY,
            "A target group loses all its targets",
            "Every request that is forwarded to it ends with 503.");
    static final Kind APART = new Kind(
            "targets-differ",
            Section.AVAILABILITY,
            "Confluence and Synchrony get requests on different nodes",
            "A node that is registered for one of them only has a page without its editor, or an editor without its page.");

    @Override
    public List<Kind> kinds() {
        return List.of(NOBODY, APART);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        for (TargetGroup group : comparison.after().targetGroups()) {
            empty(comparison, group).ifPresent(findings::add);
        }
        for (Pair pair : pairs(comparison.after())) {
            apart(comparison, pair).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> empty(Comparison comparison, TargetGroup group) {
        Optional<TargetGroup> before = comparison.before().targetGroup(group.address());
        boolean loses = before.isPresent()
                && !before.get().targets().isEmpty()
                && group.targets().isEmpty();
        Set<String> users = Forwards.to(comparison.after(), group.address());
        return loses && !users.isEmpty()
                ? Optional.of(NOBODY.at(
                        group.address(),
                        Severity.CRITICAL,
                        "Its " + before.get().targets().size() + " targets are taken out and none comes in, while "
                                + String.join(", ", users) + " send requests to it.",
                        "Register the new targets before the old ones are taken out; if an Auto Scaling group registers them, "
                                + "accept this finding."))
                : Optional.empty();
    }

    private record Pair(TargetGroup confluence, TargetGroup synchrony) {}

    /** Groups to which one listener sends requests: by its default action, and as Synchrony's. */
    private static List<Pair> pairs(Topology topology) {
        return topology.listeners().stream()
                .flatMap(listener -> Forwards.targets(listener.table().defaultOutcome())
                        .flatMap(name -> topology.targetGroup(name).stream())
                        .filter(group -> !isOfSynchrony(group))
                        .flatMap(confluence -> Forwards.outcomes(listener)
                                .flatMap(Forwards::targets)
                                .distinct()
                                .flatMap(name -> topology.targetGroup(name).stream())
                                .filter(Registration::isOfSynchrony)
                                .map(synchrony -> new Pair(confluence, synchrony))))
                .distinct()
                .toList();
    }

    private static boolean isOfSynchrony(TargetGroup group) {
        String path = group.resource().at("health_check").items().stream()
                .findFirst()
                .map(check -> check.at("path").text(""))
                .orElse("");
        return path.startsWith("/synchrony/") || group.port().equals("8091");
    }

    /** A cluster of Synchrony's own may stand on other nodes; so only what was together before has to stay so. */
    private static Optional<Finding> apart(Comparison comparison, Pair pair) {
        Optional<Set<String>> confluence = nodes(pair.confluence());
        Optional<Set<String>> synchrony = nodes(pair.synchrony());
        Optional<Set<String>> confluenceBefore =
                comparison.before().targetGroup(pair.confluence().address()).flatMap(Registration::nodes);
        Optional<Set<String>> synchronyBefore =
                comparison.before().targetGroup(pair.synchrony().address()).flatMap(Registration::nodes);
        boolean areSplit = confluence.isPresent()
                && synchrony.isPresent()
                && confluenceBefore.isPresent()
                && confluenceBefore.equals(synchronyBefore)
                && !confluence.equals(synchrony);
        return areSplit && !confluence.get().isEmpty() && !synchrony.get().isEmpty()
                ? Optional.of(APART.at(
                        pair.synchrony().address(),
                        Severity.HIGH,
                        "Synchrony is registered on " + String.join(", ", synchrony.get()) + ", and Confluence ("
                                + pair.confluence().address() + ") on " + String.join(", ", confluence.get())
                                + "; so far they were the same.",
                        "Register each node in both target groups, or in none."))
                : Optional.empty();
    }

    /** Nothing where a node isn't known yet. */
    private static Optional<Set<String>> nodes(TargetGroup group) {
        boolean areKnown = group.targets().stream().map(Target::id).allMatch(Link::isKnown);
        return areKnown
                ? Optional.of(group.targets().stream()
                        .map(target -> target.id().name())
                        .collect(Collectors.toCollection(TreeSet::new)))
                : Optional.empty();
    }
}
