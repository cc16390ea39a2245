package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Replacement;
import dev.alb.snapshot.Change;
import java.util.List;

/** What is replaced or deleted, of all that belongs to a load balancer. */
public final class Replacements {
    private static final List<Check> CHECKS = List.of(
            new LoadBalancerLoss(),
            new ProtectedDeletion(),
            new ListenerLoss(),
            new RuleLoss(),
            new TargetGroupLoss(),
            new AttachmentLoss(),
            new SecurityGroupLoss(),
            new CertificateLoss(),
            new RecordLoss(),
            new TakenName());
    private static final String[] TYPES = {
        "aws_lb",
        "aws_lb_listener",
        "aws_lb_listener_certificate",
        "aws_lb_listener_rule",
        "aws_lb_target_group",
        "aws_lb_target_group_attachment",
        "aws_lb_trust_store",
        "aws_lb_trust_store_revocation",
        "aws_autoscaling_attachment",
        "aws_autoscaling_traffic_source_attachment",
        "aws_security_group",
        "aws_security_group_rule",
        "aws_vpc_security_group_ingress_rule",
        "aws_vpc_security_group_egress_rule",
        "aws_acm_certificate",
        "aws_acm_certificate_validation",
        "aws_route53_record",
        "aws_wafv2_web_acl_association",
        "aws_lambda_permission"
    };

    private Replacements() {}

    /** One entry for each, in the order of the addresses, with what the checks say of it. */
    public static List<Replacement> of(Comparison comparison) {
        List<Finding> findings = CHECKS.stream()
                .flatMap(check -> check.findings(comparison).stream())
                .sorted()
                .toList();
        return Changed.lost(comparison, TYPES)
                .map(change -> new Replacement(
                        change.address(), action(change), Cause.of(change), consequences(change, findings)))
                .toList();
    }

    static List<Check> checks() {
        return CHECKS;
    }

    private static List<String> consequences(Change change, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.address().equals(change.address()))
                .map(Finding::text)
                .toList();
    }

    private static String action(Change change) {
        return switch (change.action()) {
            case DELETE_THEN_CREATE -> "deleted, then created anew";
            case CREATE_THEN_DELETE -> "created anew, then the old one is deleted";
            default -> "deleted";
        };
    }
}
