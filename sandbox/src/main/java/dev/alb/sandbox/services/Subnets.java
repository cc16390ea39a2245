package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Subnets: their ranges lie in that of their VPC and apart from each other. */
final class Subnets {
    private static final String TYPE = "aws_subnet";
    private static final String RANGE = "cidr_block";

    /** What can stand in a subnet, and the attributes that say so. */
    private static final Map<String, List<String>> INHABITANTS = Map.of(
            "aws_lb", List.of("subnets", "subnet_mapping"),
            "aws_instance", List.of("subnet_id"),
            "aws_lambda_function", List.of("vpc_config"));

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of(TYPE)
            .create(Call.of(
                    "creating EC2 Subnet",
                    Ec2.call("CreateSubnet"),
                    Subnets::hasVpc,
                    Subnets::isInVpc,
                    Subnets::isApart,
                    Subnets::hasZone))
            .delete(Call.of("deleting EC2 Subnet ({id})", Ec2.call("DeleteSubnet"), Subnets::isEmpty)
                    .tryingAgain()));

    private Subnets() {}

    private static void hasVpc(Change change) {
        change.known("vpc_id").ifPresent(vpc -> Ec2.vpc(change.aws(), vpc));
    }

    private static void isInVpc(Change change) {
        Optional<Cidr> all =
                change.aws().find("aws_vpc", change.text("vpc_id")).flatMap(vpc -> Cidr.parse(vpc.text(RANGE)));
        change.known(RANGE).ifPresent(text -> {
            Cidr range = Vpcs.range(text);
            boolean outside = all.filter(vpc -> !vpc.contains(range)).isPresent();
            if (outside || range.length() < 16 || range.length() > 28) {
                throw Refusal.of("InvalidSubnet.Range", "The CIDR '" + text + "' is invalid.");
            }
        });
    }

    private static void isApart(Change change) {
        Optional<Cidr> range = change.known(RANGE).flatMap(Cidr::parse);
        boolean overlaps = Uses.of(change.text("vpc_id"), change.aws(), TYPE, "vpc_id")
                .filter(other -> !change.isSelf(other))
                .anyMatch(other -> range.isPresent() && overlaps(other, range.get()));
        if (overlaps) {
            throw Refusal.of(
                    "InvalidSubnet.Conflict", "The CIDR '" + change.text(RANGE) + "' conflicts with another subnet");
        }
    }

    private static boolean overlaps(AwsObject subnet, Cidr range) {
        return Cidr.parse(subnet.text(RANGE)).filter(range::overlaps).isPresent();
    }

    private static void hasZone(Change change) {
        String region = change.aws().region();
        change.known("availability_zone")
                .filter(zone -> !zone.startsWith(region))
                .ifPresent(zone -> {
                    throw Ec2.invalidValue("Value (" + zone + ") for parameter availabilityZone is invalid. Subnets can"
                            + " currently only be created in the following availability zones: " + region + "a, "
                            + region + "b, " + region + "c.");
                });
    }

    private static void isEmpty(Change change) {
        String id = change.text("id");
        boolean inhabited = INHABITANTS.entrySet().stream()
                .anyMatch(type -> type.getValue().stream()
                        .anyMatch(attribute -> Uses.of(id, change.aws(), type.getKey(), attribute)
                                .findAny()
                                .isPresent()));
        if (inhabited) {
            throw Ec2.dependency("The subnet '" + id + "' has dependencies and cannot be deleted.");
        }
    }
}
