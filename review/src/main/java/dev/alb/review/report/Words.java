package dev.alb.review.report;

import dev.alb.review.Exposure;
import dev.alb.review.Finding;
import dev.alb.review.Mark;
import dev.alb.review.Review;
import dev.alb.review.RoutingChange;

/** The words that all formats share. */
final class Words {
    static final String ROUTING = "Where requests end";
    static final String PICTURE = "The load balancers";
    static final String REPLACEMENTS = "What is replaced or deleted";
    static final String EXPOSURE = "Who can reach what";
    static final String CHANGES = "Other changes";
    static final String DRIFT = "Changed in AWS and not by Terraform";
    static final String ACCEPTED = "Accepted findings";
    static final String NOTES = "About this review";

    private Words() {}

    /** What is done with a thing; empty where it stays. */
    static String mark(Mark mark) {
        return switch (mark) {
            case SAME -> "";
            case ADDED -> "new";
            case CHANGED -> "changed";
            case REPLACED -> "replaced";
            case REMOVED -> "removed";
        };
    }

    /** The same as a sign. */
    static String sign(Mark mark) {
        return switch (mark) {
            case SAME -> " ";
            case ADDED -> "+";
            case CHANGED -> "~";
            case REPLACED -> "±";
            case REMOVED -> "-";
        };
    }

    /** The address, with what tells the finding from others there. */
    static String place(Finding finding) {
        return finding.subject().isEmpty() ? finding.address() : finding.address() + " (" + finding.subject() + ")";
    }

    static String before(RoutingChange change) {
        return decision(change.ruleBefore(), change.outcomeBefore());
    }

    static String after(RoutingChange change) {
        return decision(change.ruleAfter(), change.outcomeAfter());
    }

    private static String decision(String rule, String outcome) {
        return rule.isEmpty() ? outcome : outcome + ", by " + rule;
    }

    static String exposure(Exposure exposure) {
        boolean isMany = exposure.source().startsWith("the members of ");
        return exposure.source() + (isMany ? " reach " : " reaches ") + exposure.target() + " on " + exposure.ports();
    }

    /** How many of those who can reach something go on as before; empty if none does. */
    static String sameExposure(Review review) {
        int same = review.exposure().size() - review.changedExposure().size();
        return same == 0 ? "" : same + (same == 1 ? " other stays as it is" : " others stay as they are");
    }

    /** What the list of changes leaves out; empty if nothing. */
    static String folded(Review review) {
        return review.folded() == 0 ? "" : review.folded() + " more: only tags, or values that AWS computes";
    }
}
