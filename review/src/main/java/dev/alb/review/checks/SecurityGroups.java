package dev.alb.review.checks;

import dev.alb.review.Comparison;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may reach the members of security groups, by all rules together.
 *
 * <p>A state repeats in the group's own blocks the rules that are resources of their own. What is repeated there goes with
 * its resource, although the group's blocks still show it in a plan.
 */
final class SecurityGroups {
    private final Map<String, List<Grant>> ingress = new TreeMap<>();
    private final Map<String, List<Grant>> egress = new TreeMap<>();

    private SecurityGroups() {}

    private record Both(SecurityGroups before, SecurityGroups after) {}

    /** As they are. */
    static SecurityGroups before(Comparison comparison) {
        return comparison.once(Both.class, SecurityGroups::both).before();
    }

    /** As they will be. */
    static SecurityGroups after(Comparison comparison) {
        return comparison.once(Both.class, SecurityGroups::both).after();
    }

    private static Both both(Comparison comparison) {
        SecurityGroups before = new SecurityGroups();
        before.read(comparison.plan().before(), null, comparison);
        SecurityGroups after = new SecurityGroups();
        after.read(comparison.plan().after(), before, comparison);
        return new Both(before, after);
    }

    /** Who may come in; nothing for a group of which no rule is known. */
    List<Grant> ingress(String group) {
        return ingress.getOrDefault(group, List.of());
    }

    /** Where its members may go. */
    List<Grant> egress(String group) {
        return egress.getOrDefault(group, List.of());
    }

    /** The groups whose members are let out by a rule. */
    Set<String> withEgress() {
        return egress.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The groups of which a rule is known. */
    Set<String> names() {
        return new TreeSet<>(ingress.keySet());
    }

    private void read(Snapshot snapshot, @Nullable SecurityGroups earlier, Comparison comparison) {
        read(snapshot, true, ingress, earlier == null ? Map.of() : earlier.ingress, comparison);
        read(snapshot, false, egress, earlier == null ? Map.of() : earlier.egress, comparison);
    }

    private static void read(
            Snapshot snapshot,
            boolean isIngress,
            Map<String, List<Grant>> grants,
            Map<String, List<Grant>> earlier,
            Comparison comparison) {
        GrantReader reader = new GrantReader(snapshot);
        reader.rules(isIngress)
                .forEach(rule -> grants.computeIfAbsent(reader.ownerName(rule), name -> new ArrayList<>())
                        .addAll(reader.ofRule(rule)));
        for (Resource group : snapshot.ofType("aws_security_group")) {
            List<Grant> all = grants.computeIfAbsent(group.address(), name -> new ArrayList<>());
            List<Grant> gone = earlier.getOrDefault(group.address(), List.of()).stream()
                    .filter(grant -> !grant.via().equals(group.address()))
                    .toList();
            String name = isIngress ? "ingress" : "egress";
            boolean isRepetition = isUnchanged(comparison, group.address(), name);
            for (Value block : group.at(name).items()) {
                for (Grant grant : reader.ofBlock(group, block)) {
                    boolean isTold = all.stream().anyMatch(grant::isLike)
                            || isRepetition && gone.stream().anyMatch(grant::isLike);
                    if (!isTold) {
                        all.add(grant);
                    }
                }
            }
        }
    }

    private static boolean isUnchanged(Comparison comparison, String group, String name) {
        return comparison
                .change(group)
                .filter(change -> change.action() == Change.Action.UPDATE || change.action() == Change.Action.NO_OP)
                .filter(change -> change.before().at(name).equals(change.after().at(name)))
                .isPresent();
    }
}
