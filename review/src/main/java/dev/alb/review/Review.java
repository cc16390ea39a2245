package dev.alb.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a reviewer of a plan has to know.
 *
 * @param terraformVersion the tool that made the plan
 * @param findings the worst first; without those that were accepted
 * @param accepted findings that somebody has accepted
 * @param routing requests that end elsewhere
 * @param picture the load balancers, with what changes marked
 * @param replacements what is replaced or deleted, of all that belongs to a load balancer
 * @param exposure who can reach what
 * @param changes all other changes
 * @param folded how many changes are left out of these, as only tags or computed values change
 * @param drift what was changed in AWS and not by Terraform
 * @param notes what else is to be said of this review, such as an acceptance that has ended
 * @param hasLoadBalancers whether the plan has anything to do with an Application Load Balancer
 */
public record Review(
        String terraformVersion,
        List<Finding> findings,
        List<Accepted> accepted,
        List<RoutingChange> routing,
        Picture picture,
        List<Replacement> replacements,
        List<Exposure> exposure,
        List<ChangeLine> changes,
        int folded,
        List<ChangeLine> drift,
        List<String> notes,
        boolean hasLoadBalancers) {
    /** Copies and sorts. */
    public Review {
        findings = findings.stream().sorted().toList();
        accepted = List.copyOf(accepted);
        routing = List.copyOf(routing);
        replacements = List.copyOf(replacements);
        exposure = List.copyOf(exposure);
        changes = List.copyOf(changes);
        drift = List.copyOf(drift);
        notes = List.copyOf(notes);
    }

    /**
     * A finding that somebody has accepted.
     *
     * @param reason why
     * @param until the last day on which it is
     */
    public record Accepted(Finding finding, String reason, LocalDate until) {}

    /** Who can reach what as of this plan, or no longer. */
    public List<Exposure> changedExposure() {
        return exposure.stream().filter(one -> one.mark() != Mark.SAME).toList();
    }

    /** Whether applying the plan leaves everything as it is. */
    public boolean changesNothing() {
        return routing.isEmpty()
                && replacements.isEmpty()
                && changedExposure().isEmpty()
                && changes.isEmpty()
                && folded == 0;
    }

    /** The severity of the worst finding; none if there is no finding. */
    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).findFirst();
    }
}
