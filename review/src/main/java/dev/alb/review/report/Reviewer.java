package dev.alb.review.report;

import dev.alb.review.AcceptedFindings;
import dev.alb.review.ChangeLines;
import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Pictures;
import dev.alb.review.PlanCheck;
import dev.alb.review.Replacement;
import dev.alb.review.Review;
import dev.alb.review.RoutingChanges;
import dev.alb.review.RoutingCheck;
import dev.alb.review.checks.Checks;
import dev.alb.review.checks.Exposures;
import dev.alb.review.checks.Replacements;
import dev.alb.snapshot.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a plan from all sides. */
public final class Reviewer {
    private Reviewer() {}

    /** Everything that can be found. */
    public static List<Kind> kinds() {
        return checks().flatMap(check -> check.kinds().stream()).distinct().toList();
    }

    private static Stream<Check> checks() {
        return Stream.concat(Stream.of(new PlanCheck(), new RoutingCheck()), Checks.all().stream());
    }

    /**
     * The review of a plan.
     *
     * @param accepted findings that don't count
     * @param today up to which day they are accepted is compared with it
     */
    public static Review review(Plan plan, AcceptedFindings accepted, LocalDate today) {
        Comparison comparison = new Comparison(plan);
        List<Finding> findings =
                checks().flatMap(check -> check.findings(comparison).stream()).toList();
        AcceptedFindings.Sorted sorted = accepted.sort(findings, today);
        List<Replacement> replacements = Replacements.of(comparison);
        Set<String> told = replacements.stream().map(Replacement::address).collect(Collectors.toSet());
        ChangeLines changes = ChangeLines.of(plan, told);
        return new Review(
                plan.terraformVersion(),
                sorted.open(),
                sorted.accepted(),
                RoutingChanges.of(comparison),
                Pictures.of(comparison),
                replacements,
                Exposures.of(comparison),
                changes.lines(),
                changes.folded(),
                ChangeLines.ofDrift(plan),
                notes(plan, sorted),
                hasLoadBalancers(plan));
    }

    private static List<String> notes(Plan plan, AcceptedFindings.Sorted sorted) {
        return Stream.concat(
                        plan.actions().stream()
                                .map(action -> "The apply runs " + action + "; what that does is not looked into."),
                        sorted.notes().stream())
                .toList();
    }

    private static boolean hasLoadBalancers(Plan plan) {
        return Stream.concat(plan.before().resources().stream(), plan.after().resources().stream())
                .anyMatch(resource -> resource.type().startsWith("aws_lb"));
    }
}
