package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Change.Action;
import dev.alb.topology.LoadBalancer;
import java.util.List;
import java.util.stream.Stream;

/** Security groups that go while somebody is in them, and rules of them that are missing for a while. */
final class SecurityGroupLoss implements Check {
    static final Kind REPLACED = new Kind(
            "security-group-replaced",
            Section.REPLACEMENT,
            "A security group is replaced or deleted",
            "AWS doesn't delete a group that somebody is in or that another group names; its rules are gone by then.");
    static final Kind RULE_REPLACED = new Kind(
            "security-group-rule-replaced",
            Section.REPLACEMENT,
            "A rule of a security group is replaced",
            "Between the old rule and the new one, new connections are refused.");
    private static final String[] RULES = {
        "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"
    };

    @Override
    public List<Kind> kinds() {
        return List.of(REPLACED, RULE_REPLACED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Stream.concat(
                        Changed.lost(comparison, "aws_security_group").flatMap(change -> group(comparison, change)),
                        Changed.lost(comparison, RULES)
                                .filter(change -> change.action() == Action.DELETE_THEN_CREATE)
                                .filter(change -> !goesWithItsGroup(comparison, change))
                                .map(SecurityGroupLoss::rule))
                .toList();
    }

    private static Stream<Finding> group(Comparison comparison, Change change) {
        List<String> members = members(comparison, change);
        if (members.isEmpty()) {
            return Stream.of();
        }
        String who = String.join(", ", members);
        if (change.action() == Action.CREATE_THEN_DELETE) {
            return Stream.of(REPLACED.at(
                    change.address(),
                    Severity.MEDIUM,
                    "A new group is made, then the old one is deleted" + Cause.clause(change) + ". " + who
                            + " changes to the new one. A rule elsewhere that names the old group lets nobody in any more, and AWS"
                            + " doesn't delete a group that another one names (DependencyViolation).",
                    "Look for rules in other stacks that name it, and change them first."));
        }
        List<String> gone = rules(comparison, change);
        return Stream.of(REPLACED.at(
                change.address(),
                gone.isEmpty() ? Severity.HIGH : Severity.CRITICAL,
                "It is deleted" + (change.action().isReplacement() ? " before the new one is made" : "")
                        + Cause.clause(change) + ", while " + who
                        + (members.size() == 1 ? " is" : " are") + " in it. AWS refuses that (DependencyViolation)"
                        + (gone.isEmpty()
                                ? ", and the apply stops after minutes of waiting."
                                : ", after its rules (" + String.join(", ", gone)
                                        + ") were deleted: nobody gets through."),
                change.action().isReplacement()
                        ? "Set lifecycle { create_before_destroy = true } on the group, with name_prefix."
                        : "Take " + who + " out of it first."));
    }

    private static List<String> members(Comparison comparison, Change change) {
        return comparison.before().loadBalancers().stream()
                .filter(one -> one.securityGroups().stream().anyMatch(link -> link.isTo(change.address())))
                .map(LoadBalancer::address)
                .filter(address -> !isDeletedFirst(comparison, address))
                .toList();
    }

    private static boolean isDeletedFirst(Comparison comparison, String address) {
        return comparison
                .change(address)
                .filter(change -> change.action() == Action.DELETE || change.action() == Action.DELETE_THEN_CREATE)
                .isPresent();
    }

    private static List<String> rules(Comparison comparison, Change group) {
        return Changed.lost(comparison, RULES)
                .filter(rule -> isOf(comparison, rule, group.address()))
                .map(Change::address)
                .toList();
    }

    private static boolean goesWithItsGroup(Comparison comparison, Change rule) {
        return Changed.lost(comparison, "aws_security_group")
                .anyMatch(group -> isOf(comparison, rule, group.address()));
    }

    private static boolean isOf(Comparison comparison, Change rule, String group) {
        return comparison
                .plan()
                .before()
                .link(rule.before().at("security_group_id"), "aws_security_group")
                .isTo(group);
    }

    private static Finding rule(Change change) {
        return RULE_REPLACED.at(
                change.address(),
                Severity.MEDIUM,
                "It is deleted, then made anew" + Cause.clause(change)
                        + ". Until then new connections by this rule are refused.",
                "Apply it in a quiet hour, or add the new rule first and take the old one out later.");
    }
}
