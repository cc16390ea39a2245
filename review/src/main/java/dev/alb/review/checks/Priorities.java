package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.routing.Rule;
import dev.alb.topology.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rules that take the place of one another in one apply. */
final class Priorities implements Check {
    static final Kind COLLIDE = new Kind(
            "priorities-collide",
            Section.AVAILABILITY,
            "A rule takes a priority that another one still has",
            "AWS refuses it (PriorityInUse), and Terraform changes rules one by one in no certain order: the apply stops"
                    + " halfway, and requests meet the wrong rule.");

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
                    .ifPresent(before -> after.table()
                            .rules()
                            .forEach(rule -> holder(before, rule)
                                    .ifPresent(other -> findings.add(finding(comparison, before, rule, other)))));
        }
        return findings;
    }

    /** Another rule that has the priority now, which this one hasn't. */
    private static Optional<Rule> holder(Listener before, Rule rule) {
        boolean stays = before.table().rules().stream()
                .anyMatch(old -> old.name().equals(rule.name()) && Objects.equals(old.priority(), rule.priority()));
        return rule.priority() == null || stays
                ? Optional.empty()
                : before.table().rules().stream()
                        .filter(old -> !old.name().equals(rule.name()))
                        .filter(old -> Objects.equals(old.priority(), rule.priority()))
                        .findFirst();
    }

    private static Finding finding(Comparison comparison, Listener before, Rule rule, Rule other) {
        String then = Changed.isLost(comparison, other.name()) ? "is deleted" : "moves away";
        return COLLIDE.at(
                rule.name(),
                Severity.HIGH,
                "It takes priority " + rule.priority() + " on " + before.name() + ", which " + other.name()
                        + " has until it " + then
                        + ". Terraform may do this first, and AWS refuses it (PriorityInUse).",
                "Move one of them to a free priority in an apply of its own, or let depends_on say the order.");
    }
}
