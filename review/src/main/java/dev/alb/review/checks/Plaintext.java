package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.routing.Outcome;
import dev.alb.snapshot.Change;
import dev.alb.topology.Listener;
import java.util.List;
import java.util.Optional;

/** Listeners that serve content without TLS. */
final class Plaintext implements Check {
    static final Kind PLAINTEXT = new Kind(
            "plaintext-listener",
            Section.EXPOSURE,
            "A listener serves content without TLS",
            "Everybody on the way can read and change what users send, passwords and sessions as well.");
    static final Kind REDIRECT_REMOVED = new Kind(
            "https-redirect-removed",
            Section.EXPOSURE,
            "HTTP no longer leads to HTTPS",
            "Who types the name or has an old bookmark isn't led to HTTPS any more.");

    @Override
    public List<Kind> kinds() {
        return List.of(PLAINTEXT, REDIRECT_REMOVED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return comparison.after().listeners().stream()
                .filter(listener -> listener.definition().isPresent())
                .filter(Plaintext::isHttp)
                .flatMap(listener -> finding(comparison, listener).stream())
                .toList();
    }

    private static Optional<Finding> finding(Comparison comparison, Listener listener) {
        Optional<Listener> before = comparison.before().listener(listener.name());
        boolean isOpen = serves(listener);
        boolean wasOpen =
                before.filter(one -> isHttp(one)).filter(Plaintext::serves).isPresent();
        boolean redirected = before.filter(Plaintext::redirects).isPresent();
        Outcome action = listener.table().defaultOutcome();
        if (redirected && !redirects(listener) && action.isKnown()) {
            return Optional.of(redirectRemoved(listener, before.get()));
        }
        if (isOpen && !wasOpen) {
            return Optional.of(plaintext(listener, isInternal(listener)));
        }
        boolean isTouched = comparison
                .change(listener.name())
                .filter(change -> change.action() != Change.Action.NO_OP)
                .isPresent();
        return isOpen && isTouched ? Optional.of(standing(listener)) : Optional.empty();
    }

    private static boolean isInternal(Listener listener) {
        return listener.loadBalancer()
                .target()
                .flatMap(one -> one.at("internal").flag())
                .orElse(false);
    }

    private static boolean serves(Listener listener) {
        return Forwards.outcomes(listener).flatMap(Forwards::targets).findAny().isPresent();
    }

    private static boolean redirects(Listener listener) {
        return isHttp(listener)
                && listener.table().defaultOutcome().steps().stream()
                        .anyMatch(step -> step instanceof Outcome.Redirect redirect
                                && redirect.protocol().equals("HTTPS"));
    }

    private static Finding redirectRemoved(Listener listener, Listener before) {
        return REDIRECT_REMOVED.at(
                listener.name(),
                Severity.HIGH,
                "Until now " + port(listener) + " leads to HTTPS. Its default action changes from "
                        + before.table().defaultOutcome() + " to "
                        + listener.table().defaultOutcome() + ".",
                "Keep the redirect as the default action.");
    }

    private static Finding plaintext(Listener listener, boolean isInternal) {
        return PLAINTEXT.at(
                listener.name(),
                isInternal ? Severity.MEDIUM : Severity.HIGH,
                served(listener) + (isInternal ? " The load balancer is internal." : ""),
                "Let HTTP redirect to HTTPS, and forward from a listener for HTTPS.");
    }

    private static Finding standing(Listener listener) {
        return PLAINTEXT.at(
                listener.name(),
                Severity.LOW,
                served(listener) + " It did so before.",
                "Let HTTP redirect to HTTPS, and forward from a listener for HTTPS.");
    }

    private static String served(Listener listener) {
        List<String> groups = Forwards.outcomes(listener)
                .flatMap(Forwards::targets)
                .distinct()
                .toList();
        return "It takes HTTP on " + port(listener) + " and sends requests to " + String.join(", ", groups) + ".";
    }

    private static boolean isHttp(Listener listener) {
        return listener.protocol().filter("HTTP"::equals).isPresent();
    }

    private static String port(Listener listener) {
        return listener.port().isPresent() ? "port " + listener.port().getAsInt() : "its port";
    }
}
