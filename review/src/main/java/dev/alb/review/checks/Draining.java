package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A target that leaves before it has ended what it does. */
final class Draining implements Check {
    static final Kind SHORTENED = new Kind(
            "draining-shortened",
            Section.AVAILABILITY,
            "Targets are given less time to end their requests",
            "What is in flight after that time is cut: uploads, exports, and the WebSockets of Synchrony.");
    /** For so long Synchrony goes on when it is told to end, by Atlassian's Helm chart. */
    private static final int SYNCHRONY_GRACE = 25;

    private static final int DEFAULT = 300;

    @Override
    public List<Kind> kinds() {
        return List.of(SHORTENED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.kept(comparison, "aws_lb_target_group")
                .flatMap(change -> finding(change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Change change) {
        if (change.after().at("deregistration_delay").isUnknown()) {
            return Optional.empty();
        }
        int before = seconds(change.before().at("deregistration_delay").number());
        int after = seconds(change.after().at("deregistration_delay").number());
        return after < before && after < DEFAULT
                ? Optional.of(SHORTENED.at(
                        change.address(),
                        after < SYNCHRONY_GRACE ? Severity.MEDIUM : Severity.LOW,
                        "A target that is taken out keeps its requests for " + after + " s instead of " + before
                                + " s.",
                        "Keep it above the longest request, and for Synchrony above " + SYNCHRONY_GRACE + " s."))
                : Optional.empty();
    }

    private static int seconds(OptionalInt delay) {
        return delay.orElse(DEFAULT);
    }
}
