package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Security groups of VPCs, with the rules that are written inside them. */
final class SecurityGroups {
    private static final String TYPE = "aws_security_group";
    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]*");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    /** What can be a member of a group, and the attribute that says so. */
    private static final Map<String, List<String>> MEMBERS = Map.of(
            "aws_lb", List.of("security_groups"),
            "aws_instance", List.of("vpc_security_group_ids", "security_groups"),
            "aws_lambda_function", List.of("vpc_config"),
            "aws_security_group", List.of("ingress", "egress"));

    static final List<Behavior> BEHAVIORS = List.of(behavior());

    private SecurityGroups() {}

    private static Behavior behavior() {
        Behavior group = Behavior.of(TYPE)
                .create(Call.of(
                        "creating Security Group ({name})",
                        Ec2.call("CreateSecurityGroup"),
                        SecurityGroups::hasAllowedWords,
                        SecurityGroups::hasVpc,
                        SecurityGroups::nameIsFree,
                        quota()))
                .delete(Call.of(
                                "deleting Security Group ({id})",
                                Ec2.call("DeleteSecurityGroup"),
                                SecurityGroups::isUnused)
                        .tryingAgain())
                .written(SecurityGroups::dropRules)
                .deleted(SecurityGroups::dropRules)
                .deleted(SecurityGroups::revokeElsewhere);
        for (Direction direction : Direction.values()) {
            group = group.create(authorize(direction)).update(authorize(direction));
        }
        return group;
    }

    private static Call authorize(Direction direction) {
        String doing = "updating Security Group ({id}) " + direction.block() + " rules: authorizing Security Group ("
                + direction.block() + ") rules";
        return Call.of(doing, direction.call("AuthorizeSecurityGroup"), change -> rulesAreRight(change, direction))
                .whenChanges(direction.block());
    }

    private static void hasAllowedWords(Change change) {
        String description = change.text("description");
        String value = "Value (" + description + ") for parameter GroupDescription is invalid. ";
        if (!ASCII.matcher(description).matches()) {
            throw Ec2.invalidValue(value + "Character sets beyond ASCII are not supported.");
        }
        if (!ALLOWED.matcher(description).matches()) {
            throw Ec2.invalidValue("Invalid security group description. Valid descriptions are strings less than 256"
                    + " characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*");
        }
        if (change.known("name").filter("default"::equals).isPresent()) {
            throw Refusal.of("InvalidGroup.Reserved", "The security group 'default' is reserved");
        }
    }

    private static void hasVpc(Change change) {
        change.known("vpc_id").ifPresent(vpc -> Ec2.vpc(change.aws(), vpc));
    }

    private static void nameIsFree(Change change) {
        String name = change.known("name").orElse("");
        String vpc = change.known("vpc_id").orElse("");
        boolean taken = !name.isEmpty()
                && !vpc.isEmpty()
                && change.aws().all(TYPE).stream()
                        .anyMatch(other -> other.text("name").equals(name)
                                && other.text("vpc_id").equals(vpc));
        if (taken) {
            throw Refusal.of(
                    "InvalidGroup.Duplicate", "The security group '" + name + "' already exists for VPC '" + vpc + "'");
        }
    }

    private static Rule quota() {
        return new Limit(
                Quota.SECURITY_GROUPS_PER_REGION,
                change -> change.aws().all(TYPE).size(),
                (change, most) -> Refusal.of(
                        "SecurityGroupLimitExceeded", "The maximum number of security groups has been reached."));
    }

    private static void rulesAreRight(Change change, Direction direction) {
        AwsObject group = change.aws().find(TYPE, change.text("id")).orElseThrow();
        List<Permission> all = GroupPermissions.of(change.after(), direction).all();
        List<Permission> seen = new ArrayList<>();
        for (Permission permission : all) {
            PermissionChecks.isWellFormed(permission);
            PermissionChecks.peerExists(permission, group, change.aws());
            if (seen.stream().anyMatch(permission::isSameAs)) {
                throw Ec2.invalidValue("The same permission must not appear multiple times");
            }
            seen.add(permission);
        }
        PermissionChecks.areNotTooMany(all, change.aws());
    }

    /** A rule of its own is none that keeps a group; one of another group is, unless the group may revoke it. */
    private static void isUnused(Change change) {
        String id = change.text("id");
        Stream<AwsObject> members = MEMBERS.entrySet().stream()
                .flatMap(type -> type.getValue().stream()
                        .flatMap(attribute -> Uses.of(id, change.aws(), type.getKey(), attribute)));
        boolean used = members.anyMatch(member -> !change.isSelf(member) && !mayRevoke(change, member));
        boolean named =
                !mayRevoke(change) && rulesOfOthers(id, change.aws()).findAny().isPresent();
        if (used || named) {
            throw Ec2.dependency("resource " + id + " has a dependent object");
        }
    }

    private static boolean mayRevoke(Change change) {
        return change.object().get("revoke_rules_on_delete").equals(new Value.Bool(true));
    }

    private static boolean mayRevoke(Change change, AwsObject member) {
        return member.type().equals(TYPE) && mayRevoke(change);
    }

    private static Stream<AwsObject> rulesOfOthers(String id, Transaction aws) {
        return Stream.of(Direction.values())
                .flatMap(direction -> Uses.of(id, aws, direction.ruleType(), "referenced_security_group_id"))
                .filter(rule -> !rule.text("security_group_id").equals(id));
    }

    /** A group that writes its rules inside itself knows no others; with a group go its rules. */
    private static void dropRules(Change change) {
        for (Direction direction : Direction.values()) {
            boolean described = !change.before().get(direction.block()).isNull();
            if (change.isDeletion() || described && change.changes(direction.block())) {
                removeRules(change, direction);
            }
        }
    }

    private static void removeRules(Change change, Direction direction) {
        List<Permission> left = GroupPermissions.of(change.after(), direction).all();
        Uses.of(change.text("id"), change.aws(), direction.ruleType(), "security_group_id")
                .filter(rule -> left.stream().noneMatch(Permission.ofRule(rule.attributes())::isSameAs))
                .forEach(rule -> change.aws().remove(rule.type(), rule.id()));
    }

    /** What other groups say about a group goes with it, where the provider may revoke it. */
    private static void revokeElsewhere(Change change) {
        String id = change.text("id");
        rulesOfOthers(id, change.aws()).forEach(rule -> change.aws().remove(rule.type(), rule.id()));
        for (Direction direction : Direction.values()) {
            Uses.of(id, change.aws(), TYPE, direction.block())
                    .forEach(other -> change.aws().put(other.with(revoked(other.attributes(), direction, id))));
        }
    }

    private static Value.Mapping revoked(Value.Mapping group, Direction direction, String peer) {
        GroupPermissions shown = GroupPermissions.of(group, direction);
        for (Permission permission : shown.all()) {
            shown = permission.peer().equals(peer) ? shown.without(permission) : shown;
        }
        return group.with(direction.block(), shown.blocks());
    }
}
