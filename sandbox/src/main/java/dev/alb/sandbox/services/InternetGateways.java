package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.stream.Stream;

/** Internet gateways: one for a VPC, and none goes while something there has a public address. */
final class InternetGateways {
    private static final String TYPE = "aws_internet_gateway";
    private static final String VPC = "vpc_id";

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of(TYPE)
            .create(Call.of("creating EC2 Internet Gateway", Ec2.call("CreateInternetGateway")))
            .create(attach("creating EC2 Internet Gateway").whenChanges(VPC))
            .update(detach("updating EC2 Internet Gateway ({id})").whenChanges(VPC))
            .update(attach("updating EC2 Internet Gateway ({id})").whenChanges(VPC))
            .delete(detach("deleting EC2 Internet Gateway ({id})").tryingAgain())
            .delete(Call.of("deleting EC2 Internet Gateway ({id})", Ec2.call("DeleteInternetGateway"))));

    private InternetGateways() {}

    private static Call attach(String doing) {
        return Call.of(
                doing + ": attaching EC2 Internet Gateway ({id}) to VPC ({vpc_id})",
                Ec2.call("AttachInternetGateway"),
                InternetGateways::canBeAttached);
    }

    private static Call detach(String doing) {
        return Call.of(
                doing + ": detaching EC2 Internet Gateway ({id}) from VPC ({vpc_id})",
                Ec2.call("DetachInternetGateway"),
                InternetGateways::canBeDetached);
    }

    private static void canBeAttached(Change change) {
        change.known(VPC).ifPresent(vpc -> {
            Ec2.vpc(change.aws(), vpc);
            if (Uses.of(vpc, change.aws(), TYPE, VPC).anyMatch(other -> !change.isSelf(other))) {
                throw Ec2.invalidValue("Network " + vpc + " already has an internet gateway attached");
            }
        });
    }

    private static void canBeDetached(Change change) {
        String vpc = change.before().get(VPC).text();
        boolean used =
                !vpc.isEmpty() && withPublicAddress(change, vpc).findAny().isPresent();
        if (used) {
            throw Ec2.dependency("Network " + vpc + " has some mapped public address(es). Please unmap those public"
                    + " address(es) before detaching the gateway.");
        }
    }

    private static Stream<?> withPublicAddress(Change change, String vpc) {
        return Stream.concat(
                Uses.of(vpc, change.aws(), "aws_lb", VPC)
                        .filter(lb -> lb.attributes().get("internal").equals(new Value.Bool(false))),
                change.aws().all("aws_instance").stream()
                        .filter(instance -> !instance.text("public_ip").isEmpty())
                        .filter(instance -> isIn(vpc, instance.text("subnet_id"), change)));
    }

    private static boolean isIn(String vpc, String subnet, Change change) {
        return change.aws()
                .find("aws_subnet", subnet)
                .filter(found -> found.text(VPC).equals(vpc))
                .isPresent();
    }
}
