package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.routing.Rule;
import dev.alb.snapshot.Change;
import dev.alb.topology.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule that takes a priority that another one still has while the plan is applied. */
final class CollidingPriorities implements Check {
    static final Kind COLLIDE = new Kind(
            "priorities-collide",
            Section.AVAILABILITY,
            "A rule takes a priority that another one still has",
            "Terraform changes rules one by one and in no order, and AWS refuses a priority that is taken: PriorityInUse.");

    @Override
    public List<Kind> kinds() {
        return List.of(COLLIDE);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        for (Listener after : comparison.after().listeners()) {
            comparison
                    .before()
                    .listener(after.name())
                    .filter(before -> !Changed.isLost(comparison, before.name()))
                    .ifPresent(before -> collect(comparison, before, after, findings));
        }
        return findings;
    }

    private static void collect(Comparison comparison, Listener before, Listener after, List<Finding> findings) {
        for (Rule rule : after.table().rules()) {
            boolean takes = rule.priority() != null && !Objects.equals(rule.priority(), priority(before, rule.name()));
            for (Rule other : before.table().rules()) {
                if (takes
                        && !other.name().equals(rule.name())
                        && rule.priority().equals(other.priority())) {
                    findings.add(finding(comparison, before, after, rule, other));
                }
            }
        }
    }

    private static Finding finding(Comparison comparison, Listener before, Listener after, Rule rule, Rule other) {
        Integer left = priority(before, rule.name());
        boolean swap = left != null && left.equals(priority(after, other.name()));
        boolean stays = rule.priority().equals(priority(after, other.name()));
        String then = stays
                ? "which keeps it. AWS refuses two rules of one priority."
                : swap
                        ? "which takes the other's: whichever comes first is refused, and the apply stops halfway."
                        : "which " + what(comparison, other) + " in the same apply. If that comes later, AWS refuses.";
        return COLLIDE.at(
                rule.name(),
                other.name(),
                swap || stays ? Severity.HIGH : Severity.MEDIUM,
                "It gets priority " + rule.priority() + ", the one of " + other.name() + ", " + then,
                stays
                        ? "Give it a priority that is free."
                        : "Move one of them to a free priority first, in an apply of its own, or take a free number.");
    }

    private static String what(Comparison comparison, Rule other) {
        Optional<Change> change = comparison.change(other.name());
        return change.filter(Changed::isLost).isPresent() ? "goes" : "gives it up";
    }

    private static @Nullable Integer priority(Listener listener, String rule) {
        return listener.table().rules().stream()
                .filter(one -> one.name().equals(rule))
                .map(Rule::priority)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
