package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What AWS demands of a load balancer's subnets, as far as their zones and their VPC are known. */
final class LoadBalancerSubnets {
    private static final String TYPE = "aws_subnet";
    private static final String ZONE = "availability_zone";
    private static final String VPC = "vpc_id";

    private LoadBalancerSubnets() {}

    /** The subnets' ids, however they are given. */
    static List<String> ids(Value.Mapping loadBalancer) {
        Stream<String> mapped = Blocks.of(loadBalancer, "subnet_mapping").all().stream()
                .map(mapping -> mapping.get("subnet_id").text());
        Stream<String> alone = loadBalancer.get("subnets").elements().stream().map(Value::text);
        return Stream.concat(mapped, alone)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The VPC that the subnets are in, if one of them tells. */
    static Optional<String> vpc(Value.Mapping loadBalancer, Transaction aws) {
        return known(loadBalancer, aws, VPC).stream().findFirst();
    }

    static void exist(Change change) {
        for (String id : ids(change.object())) {
            if (Existing.find(change.aws(), TYPE, id).isEmpty()) {
                throw Refusal.of("SubnetNotFound", "The subnet ID '" + id + "' does not exist");
            }
        }
    }

    static void areOfOneVpc(Change change) {
        Set<String> all = new HashSet<>(known(change.object(), change.aws(), VPC));
        if (all.size() > 1) {
            String shown = all.stream().sorted().map(vpc -> "'" + vpc + "'").collect(Collectors.joining(", "));
            throw Refusal.of("InvalidConfigurationRequest", "All subnets must belong to the same VPC: " + shown);
        }
    }

    static void areOfTwoZones(Change change) {
        if (!LoadBalancers.isApplication(change.object())) {
            return;
        }
        List<String> zones = known(change.object(), change.aws(), ZONE);
        if (new HashSet<>(zones).size() < zones.size()) {
            throw Refusal.of(
                    "InvalidConfigurationRequest",
                    "A load balancer cannot be attached to multiple subnets in the same Availability Zone");
        }
        if (ids(change.object()).size() < 2) {
            throw Refusal.validation("At least two subnets in two different Availability Zones must be specified");
        }
    }

    /** A VPC that was made here has no internet gateway but one that was made here too. */
    static void reachTheInternet(Change change) {
        boolean internal = change.object().get("internal").equals(new Value.Bool(true));
        Optional<AwsObject> vpc =
                vpc(change.object(), change.aws()).flatMap(id -> change.aws().find("aws_vpc", id));
        if (!internal && vpc.filter(LoadBalancerSubnets::wasMadeHere).isPresent()) {
            String id = vpc.get().id();
            if (Stream.of("aws_internet_gateway", "aws_internet_gateway_attachment")
                    .flatMap(type -> change.aws().all(type).stream())
                    .noneMatch(gateway -> gateway.text(VPC).equals(id))) {
                throw Refusal.of("InvalidSubnet", "VPC " + id + " has no internet gateway");
            }
        }
    }

    private static boolean wasMadeHere(AwsObject vpc) {
        return vpc.origin() == Origin.CREATED;
    }

    private static List<String> known(Value.Mapping loadBalancer, Transaction aws, String attribute) {
        return ids(loadBalancer).stream()
                .flatMap(id -> aws.find(TYPE, id).stream())
                .map(subnet -> subnet.text(attribute))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
