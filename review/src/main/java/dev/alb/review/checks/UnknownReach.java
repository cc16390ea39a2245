package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import dev.alb.topology.LoadBalancer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What only the apply tells, so that nobody can say before who will reach what. */
final class UnknownReach implements Check {
    static final Kind UNKNOWN = new Kind(
            "exposure-unknown",
            Section.EXPOSURE,
            "It can't be told who can reach a port",
            "A value is known only after the apply, so what this review says of who gets in is not all.");

    @Override
    public List<Kind> kinds() {
        return List.of(UNKNOWN);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        Stream<Finding> ofLoadBalancers = comparison.after().loadBalancers().stream()
                .filter(one -> !one.listeners().isEmpty())
                .flatMap(one -> ofLoadBalancer(comparison, one).stream());
        GrantReader reader = new GrantReader(comparison.plan().after());
        Stream<Finding> ofRules = reader.rules(true)
                .filter(rule -> isNew(comparison, rule.address()))
                .filter(rule -> rule.at("security_group_id").isUnknown()
                        && reader.ownerName(rule).equals(GrantReader.NOBODY))
                .filter(rule -> reader.ofRule(rule).stream().anyMatch(UnknownReach::isWide))
                .map(rule -> ofRule(rule.address(), reader.ofRule(rule)));
        return Stream.concat(ofLoadBalancers, ofRules).toList();
    }

    private static boolean isNew(Comparison comparison, String address) {
        return comparison
                .change(address)
                .filter(change -> change.action() != Change.Action.NO_OP)
                .isPresent();
    }

    private static Optional<Finding> ofLoadBalancer(Comparison comparison, LoadBalancer one) {
        List<String> unknown = new ArrayList<>();
        Value internal = one.resource().at("internal");
        if (internal.isUnknown() && internal.isInDoubt()) {
            unknown.add("whether it is internal");
        }
        if (one.securityGroups().stream().anyMatch(link -> !link.isKnown())) {
            unknown.add("which security groups it is in");
        }
        boolean stood = comparison.before().loadBalancer(one.address()).isPresent();
        boolean isInternal = internal.flag().orElse(false);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(UNKNOWN.at(
                        one.address(),
                        stood && !isInternal ? Severity.MEDIUM : Severity.LOW,
                        "Only the apply tells " + String.join(", and ", unknown) + ".",
                        "Refer to the groups in a way that can be followed, or look at who gets in after the apply."));
    }

    /** Somebody else's group may be that of a load balancer or of nodes. */
    private static boolean isWide(Grant grant) {
        return grant.source() instanceof Source.Network network && Networks.isWorld(network.cidr());
    }

    private static Finding ofRule(String address, List<Grant> grants) {
        Grant grant = grants.get(0);
        String ports =
                grant.from() == grant.to() ? "port " + grant.from() : "ports " + grant.from() + " to " + grant.to();
        return UNKNOWN.at(
                address,
                Severity.MEDIUM,
                "It lets anybody in on " + ports + ", and only the apply tells into which security group.",
                "Make sure that the group is meant to be open.");
    }
}
