package dev.alb.review;

import dev.alb.snapshot.Plan;
import java.util.ArrayList;
import java.util.List;

/** Whether the plan is all of what would be done. */
public final class PlanCheck implements Check {
    private static final Kind ERRORED = new Kind(
            "plan-errored",
            Section.PLAN,
            "The plan ended with an error",
            "Terraform stopped on the way, so the plan lacks what comes after the error, and so does this review.");
    private static final Kind INCOMPLETE = new Kind(
            "plan-incomplete",
            Section.PLAN,
            "The plan is not all that the configuration asks for",
            "Changes are left for a later plan, by -target, -exclude or because Terraform defers them, and nobody has reviewed "
                    + "those.");
    private static final String WHOLE = "(the plan)";

    /** Of more than these a number is enough. */
    private static final int NAMED = 10;

    @Override
    public List<Kind> kinds() {
        return List.of(ERRORED, INCOMPLETE);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        Plan plan = comparison.plan();
        List<Finding> findings = new ArrayList<>();
        if (plan.isErrored()) {
            findings.add(ERRORED.at(
                    WHOLE,
                    Severity.HIGH,
                    "Terraform could not finish this plan; it shows a part of what would be done, and can't be applied.",
                    "Make the plan succeed, and review that one."));
        } else if (!plan.isComplete()) {
            findings.add(INCOMPLETE.at(
                    WHOLE,
                    Severity.MEDIUM,
                    "After this plan is applied, another one is needed for the rest of the configuration"
                            + deferred(plan.deferred()) + ".",
                    "Review that one as well; leave out -target and -exclude if they are not needed."));
        }
        return findings;
    }

    private static String deferred(List<String> deferred) {
        int more = deferred.size() - NAMED;
        return deferred.isEmpty()
                ? ""
                : ", as Terraform defers "
                        + String.join(", ", deferred.subList(0, Math.min(NAMED, deferred.size())))
                        + (more > 0 ? " and " + more + " more" : "");
    }
}
