package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Users who no longer stay with one node. */
final class StickinessOff implements Check {
    static final Kind OFF = new Kind(
            "stickiness-off",
            Section.AVAILABILITY,
            "Clients no longer stay with one target",
            "Confluence keeps a session on one node: on another one the user isn't signed in.");
    static final Kind SHORTENED = new Kind(
            "stickiness-shortened",
            Section.AVAILABILITY,
            "Clients stay with one target for a much shorter time",
            "When the cookie ends, the user meets another node and has to sign in again.");
    private static final int DAY = 86400;

    @Override
    public List<Kind> kinds() {
        return List.of(OFF, SHORTENED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.made(comparison, "aws_lb_target_group")
                .flatMap(change -> comparison.after().targetGroup(change.address()).stream()
                        .flatMap(group -> finding(change, Role.of(comparison.after(), group)).stream()))
                .toList();
    }

    private static Optional<Finding> finding(Change change, Role role) {
        if (role == Role.SYNCHRONY
                || change.after().at("stickiness").isPartlyUnknown() && change.action() == Change.Action.UPDATE) {
            return Optional.empty();
        }
        boolean was = isOn(change.before());
        boolean will = isOn(change.after());
        boolean isNew = change.before().isAbsent();
        if (was && !will) {
            return Optional.of(off(change, role == Role.CONFLUENCE ? Severity.HIGH : Severity.MEDIUM));
        }
        if (isNew && !will && role == Role.CONFLUENCE) {
            return Optional.of(off(change, Severity.MEDIUM));
        }
        return was && will ? shortened(change) : Optional.empty();
    }

    private static boolean isOn(Value group) {
        Value block = group.block("stickiness");
        return !block.isAbsent() && block.at("enabled").flag().orElse(true);
    }

    private static Finding off(Change change, Severity severity) {
        return OFF.at(
                change.address(),
                severity,
                change.before().isAbsent()
                        ? "The group is new and has no stickiness. Confluence keeps sessions on one node."
                        : "Its stickiness is switched off. Each request may meet another node, where the user isn't signed in.",
                "Keep stickiness with type lb_cookie.");
    }

    private static Optional<Finding> shortened(Change change) {
        int was = duration(change.before()).orElse(DAY);
        int will = duration(change.after()).orElse(DAY);
        return will * 2 > was
                ? Optional.empty()
                : Optional.of(SHORTENED.at(
                        change.address(),
                        Severity.MEDIUM,
                        "The cookie lives for " + will + " s instead of " + was
                                + " s. Who works longer than that may meet another node and has to sign in again.",
                        "Keep it as long as a working day, 36000 s or more."));
    }

    private static OptionalInt duration(Value group) {
        return group.block("stickiness").at("cookie_duration").number();
    }
}
