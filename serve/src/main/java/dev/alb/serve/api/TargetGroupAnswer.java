package dev.alb.serve.api;

import dev.alb.routing.Outcome;
import dev.alb.serve.arns.Arns;
import dev.alb.serve.targets.GroupSettings;
import dev.alb.serve.targets.HealthCheck;
import dev.alb.snapshot.Resource;
import dev.alb.topology.Listener;
import dev.alb.topology.LoadBalancer;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.List;
import java.util.function.Consumer;

/** The answer to {@code DescribeTargetGroups}. */
final class TargetGroupAnswer {
    private final Topology topology;
    private final Arns arns;

    TargetGroupAnswer(Topology topology, Arns arns) {
        this.topology = topology;
        this.arns = arns;
    }

    Consumer<Xml> result(Parameters parameters) {
        Asked<TargetGroup> asked =
                new Asked<>(topology.targetGroups(), one -> arns.of(one.resource()), one -> arns.name(one.resource()));
        List<TargetGroup> byName = asked.by(
                parameters.list("TargetGroupArns"),
                parameters.list("Names"),
                missing -> new Refusal("TargetGroupNotFound", "One or more target groups not found"));
        List<TargetGroup> found = parameters
                .text("LoadBalancerArn")
                .map(arn -> byName.stream()
                        .filter(group -> loadBalancers(group).contains(loadBalancer(arn)))
                        .toList())
                .orElse(byName);
        return xml -> xml.list("TargetGroups", found, one -> write(xml, one));
    }

    private String loadBalancer(String arn) {
        return topology.loadBalancers().stream()
                .map(one -> arns.of(one.resource()))
                .filter(arn::equals)
                .findFirst()
                .orElseThrow(() -> new Refusal("LoadBalancerNotFound", "One or more load balancers not found"));
    }

    private List<String> loadBalancers(TargetGroup group) {
        return topology.loadBalancers().stream()
                .filter(one -> one.listeners().stream().anyMatch(listener -> leadsTo(listener, group)))
                .map(LoadBalancer::resource)
                .map(arns::of)
                .toList();
    }

    private static boolean leadsTo(Listener listener, TargetGroup group) {
        return listener.table()
                .outcomes()
                .flatMap(Outcome::targetGroups)
                .anyMatch(share -> share.targetGroup().equals(group.address()));
    }

    private void write(Xml xml, TargetGroup group) {
        Resource resource = group.resource();
        GroupSettings settings = GroupSettings.of(group);
        HealthCheck check = settings.healthCheck();
        boolean isGrpc = settings.protocolVersion().equals("GRPC");
        xml.text("TargetGroupArn", arns.of(resource))
                .text("TargetGroupName", arns.name(resource))
                .text("Protocol", settings.protocol())
                .text("Port", resource.at("port").text())
                .text("VpcId", resource.at("vpc_id").text())
                .text("HealthCheckProtocol", check.protocol())
                .text("HealthCheckPort", check.port().isPresent() ? check.port().getAsInt() : "traffic-port")
                .text("HealthCheckEnabled", check.isEnabled())
                .text("HealthCheckIntervalSeconds", check.interval().toSeconds())
                .text("HealthCheckTimeoutSeconds", check.timeout().toSeconds())
                .text("HealthyThresholdCount", check.healthyThreshold())
                .text("UnhealthyThresholdCount", check.unhealthyThreshold())
                .text("HealthCheckPath", check.path())
                .block(
                        "Matcher",
                        () -> xml.text(
                                isGrpc ? "GrpcCode" : "HttpCode",
                                check.matcher().text()))
                .texts("LoadBalancerArns", loadBalancers(group))
                .text("TargetType", settings.targetType())
                .text("ProtocolVersion", settings.protocol().isEmpty() ? null : settings.protocolVersion())
                .text("IpAddressType", resource.at("ip_address_type").text("ipv4"));
    }
}
