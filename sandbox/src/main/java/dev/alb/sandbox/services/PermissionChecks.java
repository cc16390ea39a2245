package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.services.Permission.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What EC2 refuses about the permissions of a security group. */
final class PermissionChecks {
    private static final int LAST_PORT = 65_535;
    private static final Set<String> PROTOCOLS = Set.of("-1", "tcp", "udp", "icmp", "icmpv6");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern DESCRIPTION = Pattern.compile("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{0,255}");

    private PermissionChecks() {}

    /** Refuses one that means nothing. */
    static void isWellFormed(Permission permission) {
        if (!PROTOCOLS.contains(permission.protocol())
                && !NUMBER.matcher(permission.protocol()).matches()) {
            throw Ec2.invalidValue("Invalid value '" + permission.protocol() + "' for IP protocol. Unknown protocol.");
        }
        if (permission.hasPorts()) {
            portsAreRight(permission);
        }
        if (permission.kind() == Kind.IPV4 && Cidr.parse(permission.peer()).isEmpty()) {
            throw Ec2.invalidValue("CIDR block " + permission.peer() + " is malformed");
        }
        if (!DESCRIPTION.matcher(permission.description()).matches()) {
            throw Ec2.invalidValue("Invalid rule description. Valid descriptions are strings less than 256 characters"
                    + " from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*");
        }
    }

    private static void portsAreRight(Permission permission) {
        int from = permission.from();
        int to = permission.to();
        if (from < 0 || to < 0) {
            throw Ec2.invalidValue("Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
        }
        if (from > to || to > LAST_PORT) {
            String protocol = permission.protocol().toUpperCase(Locale.ROOT);
            throw Ec2.invalidValue(
                    "Invalid value 'Invalid " + protocol + " port range (" + from + ":" + to + ")' for portRange.");
        }
    }

    /** Refuses a peer that doesn't exist, or a group of another VPC. */
    static void peerExists(Permission permission, AwsObject group, Transaction aws) {
        String peer = permission.peer();
        if (permission.kind() == Kind.PREFIX_LIST) {
            Existing.find(aws, "aws_ec2_managed_prefix_list", peer)
                    .orElseThrow(() -> Refusal.of(
                            "InvalidPrefixListId.NotFound", "The prefix list ID '" + peer + "' does not exist"));
        }
        // A group of another account is written with the account's id in front, and nobody knows it here.
        if (permission.kind() == Kind.GROUP && !peer.contains("/")) {
            String vpc = Ec2.securityGroup(aws, peer).text("vpc_id");
            String own = group.text("vpc_id");
            if (!vpc.isEmpty() && !own.isEmpty() && !vpc.equals(own)) {
                throw Refusal.of(
                        "InvalidGroup.NotFound", "You have specified two resources that belong to different networks.");
            }
        }
    }

    /** Refuses one that is there already. */
    static void isNew(Permission permission, List<Permission> others) {
        if (others.stream().anyMatch(permission::isSameAs)) {
            throw Refusal.of(
                    "InvalidPermission.Duplicate", "the specified rule \"" + permission.text() + "\" already exists");
        }
    }

    /** Refuses more than the quota, for IPv4 and IPv6 each; other groups and prefix lists count for both. */
    static void areNotTooMany(List<Permission> all, Transaction aws) {
        int most = aws.quotas().of(Quota.RULES_PER_SECURITY_GROUP);
        if (weight(all, kind -> kind != Kind.IPV6, aws) > most || weight(all, kind -> kind != Kind.IPV4, aws) > most) {
            throw Refusal.of(
                    "RulesPerSecurityGroupLimitExceeded",
                    "The maximum number of rules per security group has been reached.");
        }
    }

    private static int weight(List<Permission> all, Predicate<Kind> counts, Transaction aws) {
        return all.stream()
                .filter(permission -> counts.test(permission.kind()))
                .mapToInt(permission -> weight(permission, aws))
                .sum();
    }

    /** A prefix list weighs as much as it may have entries. */
    private static int weight(Permission permission, Transaction aws) {
        Optional<AwsObject> list = permission.kind() == Kind.PREFIX_LIST
                ? aws.find("aws_ec2_managed_prefix_list", permission.peer())
                : Optional.empty();
        String entries = list.map(object -> object.text("max_entries")).orElse("");
        return entries.isEmpty() ? 1 : Integer.parseInt(entries);
    }
}
