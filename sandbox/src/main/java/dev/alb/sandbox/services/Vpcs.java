package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Quota;
import java.util.List;
import java.util.stream.Stream;

/** VPCs: their ranges of addresses, and what must go before they can. */
final class Vpcs {
    private static final String TYPE = "aws_vpc";
    private static final List<String> INHABITANTS =
            List.of("aws_subnet", "aws_security_group", "aws_internet_gateway", "aws_instance");

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of(TYPE)
            .create(Call.of("creating EC2 VPC", Ec2.call("CreateVpc"), Vpcs::hasRange, quota()))
            .delete(Call.of("deleting EC2 VPC ({id})", Ec2.call("DeleteVpc"), Vpcs::isEmpty)
                    .tryingAgain()));

    private Vpcs() {}

    private static void hasRange(Change change) {
        change.known("cidr_block").ifPresent(text -> {
            Cidr range = range(text);
            if (range.length() < 16 || range.length() > 28) {
                throw Refusal.of("InvalidVpc.Range", "The CIDR '" + text + "' is invalid.");
            }
        });
    }

    /** The range that a text means. */
    static Cidr range(String text) {
        return Cidr.parse(text)
                .orElseThrow(() -> Ec2.invalidValue(
                        "Value (" + text + ") for parameter cidrBlock is invalid. This is not a valid CIDR block."));
    }

    /** Those that somebody only refers to may be of another account, which shares them. */
    private static Rule quota() {
        return new Limit(
                Quota.VPCS_PER_REGION,
                change -> (int) change.aws().all(TYPE).stream()
                        .filter(vpc -> vpc.origin() != Origin.ASSUMED)
                        .count(),
                (change, most) -> Refusal.of("VpcLimitExceeded", "The maximum number of VPCs has been reached."));
    }

    private static void isEmpty(Change change) {
        String id = change.text("id");
        Stream<String> types = INHABITANTS.stream();
        if (types.anyMatch(
                type -> Uses.of(id, change.aws(), type, "vpc_id").findAny().isPresent())) {
            throw Ec2.dependency("The vpc '" + id + "' has dependencies and cannot be deleted.");
        }
    }
}
