package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import java.util.List;

/** A load balancer that may be deleted by one command. */
final class DeletionProtection implements Check {
    static final Kind OFF = new Kind(
            "deletion-protection-off",
            Section.AVAILABILITY,
            "Deletion protection is switched off",
            "The next plan that deletes or replaces the load balancer is carried out, and its DNS name is gone for good.");

    @Override
    public List<Kind> kinds() {
        return List.of(OFF);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.kept(comparison, "aws_lb")
                .filter(change ->
                        change.before().at("enable_deletion_protection").flag().orElse(false))
                .filter(change ->
                        !change.after().at("enable_deletion_protection").isUnknown())
                .filter(change ->
                        !change.after().at("enable_deletion_protection").flag().orElse(false))
                .map(change -> OFF.at(
                        change.address(),
                        Severity.MEDIUM,
                        "AWS refuses to delete it so far; after this plan it doesn't.",
                        "Leave it on, unless the load balancer is to go next."))
                .toList();
    }
}
