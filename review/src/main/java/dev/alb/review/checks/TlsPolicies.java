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
import java.util.stream.Stream;

/** Which versions of TLS and which ciphers listeners take. */
final class TlsPolicies implements Check {
    static final Kind OLD = new Kind(
            "tls-below-1-2",
            Section.EXPOSURE,
            "A listener takes TLS 1.0 or 1.1",
            "Both have been broken, and RFC 8996 forbids them.");
    static final Kind WEAKER = new Kind(
            "tls-policy-weaker",
            Section.EXPOSURE,
            "A listener takes weaker TLS than before",
            "A policy was strong enough to keep something out that the new one lets in.");
    static final Kind UNKNOWN = new Kind(
            "tls-policy-unknown",
            Section.EXPOSURE,
            "Nothing can be told of a TLS policy",
            "It isn't in the table of this program, so nobody has compared it with the one before.");

    /** What AWS takes where a call names none; only its console takes a better one. */
    private static final String DEFAULT = "ELBSecurityPolicy-2016-08";

    private static final String REMEDY =
            "Use ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, or another one with TLS13-1-2-Res or TLS13-1-3 in its name.";

    @Override
    public List<Kind> kinds() {
        return List.of(OLD, WEAKER, UNKNOWN);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.made(comparison, "aws_lb_listener")
                .filter(change -> change.after().at("protocol").text("").equals("HTTPS"))
                .flatMap(change -> finding(change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Change change) {
        String was = change.before().at("ssl_policy").text("");
        String will = name(change.after().at("ssl_policy"));
        Optional<TlsStrength> strength = TlsStrength.of(will);
        if (strength.isEmpty()) {
            return will.equals(was) ? Optional.empty() : Optional.of(unknown(change, was, will));
        }
        if (strength.get().isOld()) {
            boolean isNew = TlsStrength.of(was).filter(TlsStrength::isOld).isEmpty();
            return Optional.of(old(change, strength.get(), isNew));
        }
        return TlsStrength.of(was).flatMap(before -> weaker(change, before, strength.get()));
    }

    /** Empty for a policy that another resource tells only in the apply. */
    private static String name(Value policy) {
        boolean isToldLater = policy.isUnknown() && !policy.references().isEmpty();
        return policy.text().filter(text -> !text.isEmpty()).orElse(isToldLater ? "" : DEFAULT);
    }

    private static Finding old(Change change, TlsStrength strength, boolean isNew) {
        boolean isDefault = change.after().at("ssl_policy").text("").isEmpty();
        return OLD.at(
                change.address(),
                isNew ? Severity.HIGH : Severity.LOW,
                (isDefault ? "ssl_policy is left out, so AWS takes " + DEFAULT : "ssl_policy is " + strength.name())
                        + ", which takes TLS " + strength.lowest() + (isNew ? "." : ", as it did before."),
                REMEDY);
    }

    private static Optional<Finding> weaker(Change change, TlsStrength before, TlsStrength after) {
        List<String> worse = after.weakerThan(before);
        boolean isQuantum = before.isPostQuantum() && !after.isPostQuantum();
        if (worse.isEmpty() && !isQuantum) {
            return Optional.empty();
        }
        String told = String.join(
                ", ",
                Stream.concat(
                                worse.stream(),
                                isQuantum
                                        ? Stream.of("what is recorded today can be read by a quantum computer one day")
                                        : Stream.of())
                        .toList());
        return Optional.of(WEAKER.at(
                change.address(),
                worse.isEmpty() ? Severity.LOW : Severity.HIGH,
                "ssl_policy changes from " + before.name() + " to " + after.name() + ": " + told + ".",
                "Keep " + before.name() + ", unless a client needs the weaker one."));
    }

    private static Finding unknown(Change change, String was, String will) {
        return UNKNOWN.at(
                change.address(),
                Severity.LOW,
                "ssl_policy " + (was.isEmpty() ? "is " : "changes from " + was + " to ")
                        + (will.isEmpty()
                                ? "what is known only after the apply."
                                : will + ", of which nothing can be told here."),
                will.isEmpty()
                        ? "Write the name of the policy into the configuration, and let it be reviewed."
                        : "Look it up in AWS's list of security policies.");
    }
}
