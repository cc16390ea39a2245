package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;

/** Rules of security groups that are resources of their own; their group shows them too. */
final class SecurityGroupRules {
    static final List<Behavior> BEHAVIORS = List.of(behavior(Direction.INGRESS), behavior(Direction.EGRESS));

    private static final String GROUP = "aws_security_group";
    private static final String GROUP_ID = "security_group_id";

    private SecurityGroupRules() {}

    private static Behavior behavior(Direction direction) {
        Rule isRight = change -> check(change, direction);
        return Behavior.of(direction.ruleType())
                .create(Call.of("creating VPC Security Group Rule", direction.call("AuthorizeSecurityGroup"), isRight))
                .update(Call.of(
                                "updating VPC Security Group Rule ({id})",
                                Ec2.call("ModifySecurityGroupRules"),
                                isRight)
                        .whenChanges(
                                "cidr_ipv4",
                                "cidr_ipv6",
                                "description",
                                "from_port",
                                "ip_protocol",
                                "prefix_list_id",
                                "referenced_security_group_id",
                                "to_port"))
                .written(change -> showInGroup(change, direction))
                .deleted(change -> showInGroup(change, direction));
    }

    private static void check(Change change, Direction direction) {
        Transaction aws = change.aws();
        AwsObject group = Ec2.securityGroup(aws, change.text(GROUP_ID));
        Permission permission = Permission.ofRule(change.object());
        List<Permission> others = new ArrayList<>(of(group, direction, aws, change));
        PermissionChecks.isWellFormed(permission);
        PermissionChecks.peerExists(permission, group, aws);
        PermissionChecks.isNew(permission, others);
        others.add(permission);
        PermissionChecks.areNotTooMany(others, aws);
    }

    /** All permissions of a group but the one that changes. */
    private static List<Permission> of(AwsObject group, Direction direction, Transaction aws, Change change) {
        if (!group.attributes().get(direction.block()).isNull()) {
            GroupPermissions shown = GroupPermissions.of(group.attributes(), direction);
            boolean isNew = change.before().entries().isEmpty();
            return (isNew ? shown : shown.without(Permission.ofRule(change.before()))).all();
        }
        return Uses.of(group.id(), aws, direction.ruleType(), GROUP_ID)
                .filter(rule -> !change.isSelf(rule))
                .map(rule -> Permission.ofRule(rule.attributes()))
                .toList();
    }

    private static void showInGroup(Change change, Direction direction) {
        Transaction aws = change.aws();
        aws.find(GROUP, change.text(GROUP_ID))
                .filter(group -> !group.attributes().get(direction.block()).isNull())
                .ifPresent(group -> aws.put(group.with(shown(group.attributes(), direction, change))));
    }

    private static Value.Mapping shown(Value.Mapping group, Direction direction, Change change) {
        GroupPermissions shown = GroupPermissions.of(group, direction);
        if (!change.before().entries().isEmpty()) {
            shown = shown.without(Permission.ofRule(change.before()));
        }
        if (!change.isDeletion()) {
            shown = shown.with(Permission.ofRule(change.after()));
        }
        return group.with(direction.block(), shown.blocks());
    }
}
