package dev.alb.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A review in one line.
 *
 * @param level what a reviewer does with the plan
 * @param text the line
 */
public record Verdict(Level level, String text) {

    /** What a reviewer does with a plan. */
    public enum Level {
        /** Not apply it. */
        STOP,
        /** Look at something before. */
        LOOK,
        /** Apply it. */
        FINE,
        /** Nothing, since nothing changes. */
        NOTHING
    }

    /** The verdict of a review; accepted findings don't count, and are named. */
    public static Verdict of(Review review) {
        Severity worst = review.worst().orElse(Severity.LOW);
        String accepted =
                review.accepted().isEmpty() ? "" : "; " + review.accepted().size() + " accepted";
        if (worst == Severity.CRITICAL) {
            return new Verdict(Level.STOP, "Do not apply: " + findings(review) + accepted + ".");
        }
        if (worst != Severity.LOW || affectsUsers(review)) {
            return new Verdict(Level.LOOK, "Look first: " + reasons(review) + accepted + ".");
        }
        String low = review.findings().isEmpty() ? "" : ", " + findings(review);
        if (review.changesNothing()) {
            return new Verdict(Level.NOTHING, "Nothing changes" + drift(review) + low + accepted + ".");
        }
        String changes = count(review.changes().size() + review.folded(), "change");
        return new Verdict(
                Level.FINE,
                (review.hasLoadBalancers()
                                ? "Nothing that users would notice: "
                                : "No Application Load Balancer is in this plan: ")
                        + changes + low + accepted + ".");
    }

    private static boolean affectsUsers(Review review) {
        return !review.routing().isEmpty()
                || !review.replacements().isEmpty()
                || !review.changedExposure().isEmpty();
    }

    private static String reasons(Review review) {
        List<String> reasons = new ArrayList<>();
        if (!review.findings().isEmpty()) {
            reasons.add(findings(review));
        }
        add(reasons, review.routing().size(), "difference in routing", "differences in routing");
        add(reasons, review.replacements().size(), "replacement or deletion", "replacements or deletions");
        add(reasons, review.changedExposure().size(), "change of who can reach what", "changes of who can reach what");
        return String.join(", ", reasons);
    }

    private static void add(List<String> reasons, int count, String one, String many) {
        if (count > 0) {
            reasons.add(count + " " + (count == 1 ? one : many));
        }
    }

    /** How many of each severity, the worst first. */
    private static String findings(Review review) {
        List<Severity> severities = Arrays.asList(Severity.values());
        Collections.reverse(severities);
        List<String> counts = new ArrayList<>();
        for (Severity severity : severities) {
            long count = review.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + severity);
            }
        }
        String all = counts.size() < 2
                ? String.join("", counts)
                : String.join(", ", counts.subList(0, counts.size() - 1)) + " and " + counts.get(counts.size() - 1);
        return all + (review.findings().size() == 1 ? " finding" : " findings");
    }

    private static String drift(Review review) {
        return review.drift().isEmpty()
                ? ""
                : "; " + count(review.drift().size(), "resource") + " changed in AWS and not by Terraform";
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
