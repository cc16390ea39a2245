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

/** Targets that are cut off while requests are still under way. */
final class Draining implements Check {
    static final Kind SHORTENED = new Kind(
            "draining-shortened",
            Section.AVAILABILITY,
            "Targets are cut off while requests are under way",
            "When a target is taken out, what isn't answered by then ends in an error.");

    /** How long Synchrony takes to end by itself. */
    private static final int SYNCHRONY_GRACE = 25;

    private static final int USUAL_DELAY = 300;
    private static final int USUAL_TIMEOUT = 60;

    @Override
    public List<Kind> kinds() {
        return List.of(SHORTENED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.kept(comparison, "aws_lb_target_group")
                .flatMap(change -> finding(comparison, change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Comparison comparison, Change change) {
        if (change.after().at("deregistration_delay").isUnknown()) {
            return Optional.empty();
        }
        int was = change.before().at("deregistration_delay").number().orElse(USUAL_DELAY);
        int will = change.after().at("deregistration_delay").number().orElse(USUAL_DELAY);
        if (will >= was) {
            return Optional.empty();
        }
        OptionalInt timeout = timeout(comparison, change.address());
        String told = "A target that is taken out has " + will + " s instead of " + was + " s for what is under way";
        if (will < SYNCHRONY_GRACE) {
            return Optional.of(SHORTENED.at(
                    change.address(),
                    Severity.HIGH,
                    told + ", less than the " + SYNCHRONY_GRACE + " s that Synchrony needs to end.",
                    "Set deregistration_delay to 30 or more."));
        }
        return timeout.isEmpty() || will >= timeout.getAsInt()
                ? Optional.empty()
                : Optional.of(SHORTENED.at(
                        change.address(),
                        Severity.LOW,
                        told + ", while a request may be silent for " + timeout.getAsInt() + " s (idle_timeout).",
                        "Set deregistration_delay to idle_timeout or more, unless requests are short."));
    }

    private static OptionalInt timeout(Comparison comparison, String group) {
        return Forwards.listeners(comparison.after(), group).stream()
                .flatMap(listener -> listener.loadBalancer().target().stream())
                .mapToInt(one -> one.at("idle_timeout").number().orElse(USUAL_TIMEOUT))
                .max();
    }
}
