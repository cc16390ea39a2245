package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A target's id must be what its group takes, and be within reach. */
final class TargetAddresses {
    private static final Pattern INSTANCE = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Set<String> RUNNING = Set.of("", "running", "pending");

    private TargetAddresses() {}

    static void check(Change change) {
        Optional<AwsObject> group = change.aws().find(TargetGroups.TYPE, change.text("target_group_arn"));
        String id = change.text("target_id");
        String vpc = group.map(object -> object.text("vpc_id")).orElse("");
        switch (group.map(object -> object.text("target_type")).orElse("")) {
            case "instance" -> instance(change.aws(), id, vpc);
            case "ip" -> address(change, id, vpc);
            case "lambda" -> function(change, id);
            default -> {}
        }
    }

    private static void instance(Transaction aws, String id, String vpc) {
        if (!INSTANCE.matcher(id).matches()) {
            throw Refusal.validation("Instance ID '" + id + "' is not valid");
        }
        AwsObject instance = Existing.find(aws, "aws_instance", id)
                .orElseThrow(() -> Refusal.of("InvalidTarget", "The following targets do not exist: '" + id + "'"));
        if (!RUNNING.contains(instance.text("instance_state"))) {
            throw Refusal.of(
                    "InvalidTarget",
                    "The following targets are not in a running state and cannot be registered: '" + id + "'");
        }
        String own = aws.find("aws_subnet", instance.text("subnet_id"))
                .map(subnet -> subnet.text("vpc_id"))
                .orElse("");
        if (!own.isEmpty() && !vpc.isEmpty() && !own.equals(vpc)) {
            throw Refusal.of(
                    "InvalidTarget",
                    "The following targets are not in the target group VPC '" + vpc + "': '" + id + "'");
        }
    }

    private static void address(Change change, String id, String vpc) {
        if (!isAddress(id)) {
            throw Refusal.validation("The IP address '" + id + "' is not valid");
        }
        String cidr = change.aws()
                .find("aws_vpc", vpc)
                .map(object -> object.text("cidr_block"))
                .orElse("");
        boolean hasMore = change.aws().all("aws_vpc_ipv4_cidr_block_association").stream()
                .anyMatch(association -> association.text("vpc_id").equals(vpc));
        if (cidr.isEmpty() || hasMore || VERSION_6.matcher(id).matches()) {
            return;
        }
        boolean inside = contains(cidr, id);
        if (!inside && !change.gives("availability_zone")) {
            throw Refusal.validation(
                    "The Availability Zone is required for IP address '" + id + "' because it is not in the VPC");
        }
        if (inside && change.text("availability_zone").equals("all")) {
            throw Refusal.validation("The IP address '" + id
                    + "' is within the VPC, and cannot have its Availability Zone overridden to 'all'"
                    + zone(change.aws(), id, vpc));
        }
    }

    private static boolean isAddress(String id) {
        return Cidr.parse(id + "/32").isPresent() || VERSION_6.matcher(id).matches();
    }

    private static boolean contains(String range, String address) {
        Optional<Cidr> one = Cidr.parse(address + "/32");
        return Cidr.parse(range)
                .filter(all -> one.filter(all::contains).isPresent())
                .isPresent();
    }

    private static String zone(Transaction aws, String address, String vpc) {
        return aws.all("aws_subnet").stream()
                .filter(subnet -> subnet.text("vpc_id").equals(vpc))
                .filter(subnet -> contains(subnet.text("cidr_block"), address))
                .map(subnet -> " from '" + subnet.text("availability_zone") + "'")
                .findFirst()
                .orElse("");
    }

    private static void function(Change change, String id) {
        if (!id.startsWith("arn:") || !id.contains(":lambda:")) {
            throw Refusal.validation("The Lambda function ARN '" + id + "' is not valid");
        }
        boolean taken = change.aws().all(Targets.TYPE).stream()
                .anyMatch(other -> other.text("target_group_arn").equals(change.text("target_group_arn"))
                        && !other.text("target_id").equals(id));
        if (taken) {
            throw Refusal.of("TooManyTargets", "A target group of type 'lambda' can have only one target");
        }
    }
}
