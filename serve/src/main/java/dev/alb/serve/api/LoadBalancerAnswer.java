package dev.alb.serve.api;

import dev.alb.serve.arns.Arns;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.topology.LoadBalancer;
import dev.alb.topology.Topology;
import java.util.List;
import java.util.function.Consumer;

/** The answer to {@code DescribeLoadBalancers}. */
final class LoadBalancerAnswer {
    private final Topology topology;
    private final Arns arns;

    LoadBalancerAnswer(Topology topology, Arns arns) {
        this.topology = topology;
        this.arns = arns;
    }

    Consumer<Xml> result(Parameters parameters) {
        Asked<LoadBalancer> asked =
                new Asked<>(topology.loadBalancers(), one -> arns.of(one.resource()), one -> arns.name(one.resource()));
        List<LoadBalancer> found = asked.by(
                parameters.list("LoadBalancerArns"),
                parameters.list("Names"),
                missing -> new Refusal("LoadBalancerNotFound", "Load balancers '[" + missing + "]' not found"));
        return xml -> xml.list("LoadBalancers", found, one -> write(xml, one));
    }

    private void write(Xml xml, LoadBalancer loadBalancer) {
        Resource resource = loadBalancer.resource();
        boolean isInternal = resource.at("internal").flag().orElse(false);
        xml.text("LoadBalancerArn", arns.of(resource))
                .text("LoadBalancerName", arns.name(resource))
                .text("DNSName", resource.at("dns_name").text("localhost"))
                .text("CanonicalHostedZoneId", resource.at("zone_id").text())
                .text("Scheme", isInternal ? "internal" : "internet-facing")
                .text("VpcId", resource.at("vpc_id").text())
                .block("State", () -> xml.text("Code", "active"))
                .text("Type", "application")
                .list("AvailabilityZones", resource.at("subnets").texts(), subnet -> xml.text("SubnetId", subnet))
                .texts(
                        "SecurityGroups",
                        loadBalancer.securityGroups().stream()
                                .map(LoadBalancerAnswer::id)
                                .toList())
                .text("IpAddressType", resource.at("ip_address_type").text("ipv4"));
    }

    private static String id(Link group) {
        return group.id() == null ? group.name() : group.id();
    }
}
