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
import java.util.Optional;
import java.util.stream.Stream;

/** Certificates that go while a listener shows them. */
final class CertificateLoss implements Check {
    static final Kind REPLACED = new Kind(
            "certificate-replaced",
            Section.REPLACEMENT,
            "A certificate in use is replaced or deleted",
            "AWS doesn't delete a certificate that a listener shows, and a new one has to be validated first.");
    static final Kind TAKEN_OFF = new Kind(
            "listener-certificate-replaced",
            Section.REPLACEMENT,
            "A certificate is taken off a listener and put on again",
            "Meanwhile its hosts get the default certificate, and browsers warn.");

    @Override
    public List<Kind> kinds() {
        return List.of(REPLACED, TAKEN_OFF);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Stream.concat(
                        Changed.lost(comparison, "aws_acm_certificate")
                                .flatMap(change -> certificate(comparison, change).stream()),
                        Changed.lost(comparison, "aws_lb_listener_certificate")
                                .filter(change -> change.action() == Change.Action.DELETE_THEN_CREATE)
                                .filter(change -> !Changed.isLost(comparison, listener(comparison, change)))
                                .map(CertificateLoss::takenOff))
                .toList();
    }

    private static String listener(Comparison comparison, Change change) {
        return comparison
                .plan()
                .before()
                .link(change.before().at("listener_arn"), "aws_lb_listener")
                .name();
    }

    private static Optional<Finding> certificate(Comparison comparison, Change change) {
        List<String> users = comparison.before().listeners().stream()
                .filter(listener -> listener.certificates().stream().anyMatch(link -> link.isTo(change.address())))
                .map(Listener::name)
                .filter(name -> !Changed.isLost(comparison, name))
                .toList();
        if (users.isEmpty()) {
            return Optional.empty();
        }
        String shown = String.join(", ", users) + (users.size() == 1 ? " shows" : " show") + " it";
        boolean isFirst = change.action() == Change.Action.CREATE_THEN_DELETE;
        boolean isGone = change.action() == Change.Action.DELETE;
        return Optional.of(REPLACED.at(
                change.address(),
                isFirst || isGone ? Severity.MEDIUM : Severity.HIGH,
                isFirst
                        ? "A new certificate is requested, then the old one is deleted" + Cause.clause(change) + "; "
                                + shown + ". The listener can take the new one only when it is validated."
                        : "It is deleted" + (isGone ? "" : " before the new one is made") + Cause.clause(change) + "; "
                                + shown
                                + (isGone
                                        ? " until it is changed."
                                        : ", and AWS refuses to delete it (ResourceInUseException)."),
                isFirst
                        ? "Let the listener take its certificate from an aws_acm_certificate_validation, which waits."
                        : isGone
                                ? "Make sure that the listener has another certificate for its hosts."
                                : "Set lifecycle { create_before_destroy = true } on the certificate."));
    }

    private static Finding takenOff(Change change) {
        return TAKEN_OFF.at(
                change.address(),
                Severity.MEDIUM,
                "It is taken off its listener, then another one is put on" + Cause.clause(change)
                        + ". Meanwhile its hosts get the listener's default certificate, and browsers warn.",
                "Set lifecycle { create_before_destroy = true } on it.");
    }
}
