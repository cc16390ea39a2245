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

/** A connection that is cut when nothing was said on it for a while. */
final class IdleTimeout implements Check {
    static final Kind SHORTENED = new Kind(
            "idle-timeout-cuts-websockets",
            Section.AVAILABILITY,
            "Quiet connections are cut sooner",
            "The load balancer closes a WebSocket on which nothing is said, and answers 504 where Confluence takes longer.");
    /** What AWS takes without a value, and what Confluence's own proxies are set to at least. */
    private static final int DEFAULT = 60;

    @Override
    public List<Kind> kinds() {
        return List.of(SHORTENED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.kept(comparison, "aws_lb")
                .flatMap(change -> finding(change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Change change) {
        if (change.after().at("idle_timeout").isUnknown()) {
            return Optional.empty();
        }
        int before = change.before().at("idle_timeout").number().orElse(DEFAULT);
        int after = change.after().at("idle_timeout").number().orElse(DEFAULT);
        return after < before
                ? Optional.of(SHORTENED.at(
                        change.address(),
                        after < DEFAULT ? Severity.HIGH : Severity.LOW,
                        "A connection on which nothing is said is closed after " + after + " s instead of " + before
                                + " s: WebSockets of Synchrony, and requests that Confluence answers late.",
                        "Keep it at " + DEFAULT + " s or more, and below the keep-alive of Confluence's connector."))
                : Optional.empty();
    }
}
