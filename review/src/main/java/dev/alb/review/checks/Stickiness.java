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
import java.util.stream.Stream;

/** A client that no longer comes back to the same node. */
final class Stickiness implements Check {
    static final Kind OFF = new Kind(
            "stickiness-off",
            Section.AVAILABILITY,
            "Stickiness is switched off",
            "Confluence keeps sessions on one node: its users are signed out when a request goes to another.");
    static final Kind SHORTER = new Kind(
            "stickiness-shortened",
            Section.AVAILABILITY,
            "The cookie of stickiness lives shorter",
            "A client that comes back after that time may meet another node, where it has no session.");
    private static final int WORKING_DAY = 8 * 60 * 60;
    /** What the provider writes where a block says nothing. */
    private static final int DAY = 24 * 60 * 60;

    @Override
    public List<Kind> kinds() {
        return List.of(OFF, SHORTER);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.kept(comparison, "aws_lb_target_group")
                .flatMap(change -> finding(change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Change change) {
        Value before = change.before().block("stickiness");
        Value after = change.after().block("stickiness");
        if (!isOn(before)
                || Stream.of("enabled", "cookie_duration")
                        .anyMatch(name -> after.at(name).isUnknown())) {
            return Optional.empty();
        }
        if (!isOn(after)) {
            return Optional.of(
                    OFF.at(
                            change.address(),
                            Severity.HIGH,
                            "Clients no longer stay with one target: requests of one session go to all of them.",
                            "Leave stickiness on for Confluence; for targets without sessions of their own, accept this finding."));
        }
        int less = seconds(after);
        return less < seconds(before) && less < WORKING_DAY
                ? Optional.of(SHORTER.at(
                        change.address(),
                        Severity.MEDIUM,
                        "The cookie lives " + less + " s instead of " + seconds(before) + " s.",
                        "Let it live for a working day or longer."))
                : Optional.empty();
    }

    private static boolean isOn(Value stickiness) {
        return !stickiness.isAbsent() && stickiness.at("enabled").flag().orElse(true);
    }

    private static int seconds(Value stickiness) {
        boolean isOfApplication = stickiness.at("type").text("").equals("app_cookie");
        OptionalInt duration = stickiness.at("cookie_duration").number();
        // The cookie of the application ends with the application's own.
        return isOfApplication && duration.isEmpty() ? Integer.MAX_VALUE : duration.orElse(DAY);
    }
}
