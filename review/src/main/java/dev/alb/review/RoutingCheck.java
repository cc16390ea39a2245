package dev.alb.review;

import dev.alb.routing.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which requests end elsewhere after a plan, and which rules are of no use. */
public final class RoutingCheck implements Check {
    private static final Kind ELSEWHERE = new Kind(
            "requests-end-elsewhere",
            Section.ROUTING,
            "Requests end elsewhere than before",
            "Clients that worked before meet another target group or another answer as soon as this is applied.");
    private static final Kind REFUSED = new Kind(
            "requests-refused",
            Section.ROUTING,
            "Nothing listens any more",
            "Clients can't connect at all, and see no error page either.");
    private static final Kind SIGNING_IN = new Kind(
            "authentication-dropped",
            Section.ROUTING,
            "Clients need not sign in any more",
            "What stood behind the sign-in page of the load balancer is open to whoever reaches the load balancer.");
    private static final Kind UNKNOWN = new Kind(
            "routing-unknown",
            Section.ROUTING,
            "It can't be told where requests end",
            "A value is known only after the apply, or a rule asks for a regular expression, so there is no proof.");

    private final UselessRules uselessRules = new UselessRules();

    @Override
    public List<Kind> kinds() {
        return Stream.concat(Stream.of(ELSEWHERE, REFUSED, SIGNING_IN, UNKNOWN), uselessRules.kinds().stream())
                .toList();
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        for (Rerouting rerouting : comparison.reroutings()) {
            finding(rerouting, comparison).ifPresent(findings::add);
        }
        findings.addAll(uselessRules.findings(comparison));
        return List.copyOf(findings);
    }

    /** That a new listener answers what was refused before is what it is for. */
    private static Optional<Finding> finding(Rerouting rerouting, Comparison comparison) {
        RoutingChange change = rerouting.change();
        Outcome before = rerouting.before();
        Outcome after = rerouting.after();
        if (before == null) {
            return Optional.empty();
        }
        if (after == null) {
            return Optional.of(REFUSED.at(
                    change.listener(),
                    change.requests(),
                    Severity.HIGH,
                    "Nothing will take " + text(change) + ".",
                    "Keep a listener on this port, or make sure that nobody uses it any more."));
        }
        String address = address(change, comparison);
        if (!change.isCertain()) {
            return Optional.of(
                    UNKNOWN.at(
                            address,
                            change.requests(),
                            Severity.MEDIUM,
                            "It can't be told whether these requests end elsewhere: " + text(change) + ".",
                            "Look at the rules by hand; give each a priority, and values that don't depend on what is created here."));
        }
        Fate fate = new Fate(before, after, comparison);
        Kind kind = fate.losesSigningIn() ? SIGNING_IN : ELSEWHERE;
        return Optional.of(
                kind.at(
                        address,
                        change.requests(),
                        fate.severity(),
                        "Requests end elsewhere: " + text(change) + "." + fate.news(),
                        "Apply it if that is what you want; ./alb route URL --in PLAN.json tells why, and with --before what is so now."));
    }

    private static String text(RoutingChange change) {
        return change.requests() + " (such as " + change.example() + "), now "
                + change.outcomeBefore() + " by " + change.ruleBefore() + ", then " + change.outcomeAfter() + " by "
                + change.ruleAfter();
    }

    /** The rule that the plan changes, or else the listener. */
    private static String address(RoutingChange change, Comparison comparison) {
        return Stream.of(change.ruleAfter(), change.ruleBefore())
                .filter(name -> Marks.of(comparison, name) != Mark.SAME)
                .findFirst()
                .orElse(change.listener());
    }
}
