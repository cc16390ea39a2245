package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.topology.Listener;
import java.util.List;

/** A listener that goes while its load balancer stays. */
final class ListenerLoss implements Check {
    static final Kind REPLACED = new Kind(
            "listener-replaced",
            Section.REPLACEMENT,
            "A listener is replaced",
            "Its port is closed meanwhile, its rules go with it, and its ARN is another one.");
    static final Kind DELETED = new Kind(
            "listener-deleted", Section.REPLACEMENT, "A listener is deleted", "Connections to its port are refused.");

    @Override
    public List<Kind> kinds() {
        return List.of(REPLACED, DELETED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.lost(comparison, "aws_lb_listener")
                .flatMap(change -> comparison.before().listener(change.address()).stream()
                        .filter(listener -> !goesWithItsLoadBalancer(comparison, listener))
                        .map(listener -> finding(change, listener)))
                .toList();
    }

    private static boolean goesWithItsLoadBalancer(Comparison comparison, Listener listener) {
        return listener.loadBalancer()
                .target()
                .filter(owner -> Changed.isLost(comparison, owner.address()))
                .isPresent();
    }

    private static Finding finding(Change change, Listener listener) {
        String port = listener.protocol().orElse("requests")
                + (listener.port().isPresent() ? " on port " + listener.port().getAsInt() : "");
        int rules = listener.rules().size();
        String withIt = rules == 0 ? "" : " Its " + rules + (rules == 1 ? " rule goes" : " rules go") + " with it.";
        if (change.action().isReplacement()) {
            boolean isGap = change.action() == Change.Action.DELETE_THEN_CREATE;
            return REPLACED.at(
                    change.address(),
                    Severity.HIGH,
                    "It takes " + port + " and is " + (isGap ? "deleted, then made anew" : "made anew")
                            + Cause.clause(change) + "." + (isGap ? " Until then connections are refused." : "")
                            + withIt + " Rules that others have on its ARN are lost.",
                    "Apply it in a quiet hour, and tell those who have rules on it.");
        }
        return DELETED.at(
                change.address(),
                Severity.MEDIUM,
                "It takes " + port + " and is deleted" + Cause.clause(change)
                        + ". Connections to that port are refused from then on." + withIt,
                "Make sure that nobody comes by this port. A listener for HTTP that redirects to HTTPS is worth keeping.");
    }
}
