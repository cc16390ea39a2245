package dev.alb.targetgroups;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ReplaceableName;
import dev.alb.terraform.ResourceAttributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set on a target group of an Application Load Balancer, in the names of
 * {@code aws_lb_target_group}.
 *
 * <p>Begin with {@link #instances}, {@link #ips} or {@link #lambda}. What is {@code null} keeps the provider's default.
 * What only other kinds of load balancers know is not here: {@code connection_termination}, {@code preserve_client_ip},
 * {@code proxy_protocol_v2}, {@code target_failover} and {@code target_health_state}.
 *
 * @param name at most 32 letters, digits and hyphens; without it, {@link TargetGroup} makes one that survives a
 *     replacement
 * @param namePrefix at most 6 characters that the provider completes, instead of {@code name}
 * @param port where targets are reached unless they say otherwise; a change replaces the group
 * @param protocol what targets speak; a change replaces the group
 * @param protocolVersion default {@link ProtocolVersion#HTTP1}; a change replaces the group
 * @param targetType what is registered; a change replaces the group
 * @param vpcId where the targets are; a change replaces the group
 * @param ipAddressType default {@link TargetGroupIpAddressType#IPV4}; a change replaces the group
 * @param targetControlPort where the agent of the target optimizer is reached; a change replaces the group
 * @param deregistrationDelay how long a target that leaves may finish its requests, 0 to 3600 s; default 300 s
 * @param slowStart how long the share of a new target rises, 30 to 900 s or 0 for not at all; default 0
 * @param loadBalancingAlgorithmType default {@link LoadBalancingAlgorithm#ROUND_ROBIN}
 * @param loadBalancingAnomalyMitigation default {@link AnomalyMitigation#OFF}
 * @param loadBalancingCrossZoneEnabled default {@link CrossZoneLoadBalancing#USE_LOAD_BALANCER_CONFIGURATION}
 * @param lambdaMultiValueHeadersEnabled whether a Lambda function gets headers as lists; default {@code false}
 * @param healthCheck how it is known that a target is well
 * @param stickiness whether a client stays with its target; AWS's default is not
 * @param targetGroupHealth what happens when too few targets are healthy
 * @param region another region than the provider's; a change replaces it
 * @param tags at most 50
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html">AWS:
 *     target groups</a>
 */
@ResourceAttributes
public record TargetGroupAttributes(
        @Nullable String name,
        @Nullable String namePrefix,
        @Nullable Integer port,
        @Nullable TargetProtocol protocol,
        @Nullable ProtocolVersion protocolVersion,
        TargetType targetType,
        @Nullable String vpcId,
        @Nullable TargetGroupIpAddressType ipAddressType,
        @Nullable Integer targetControlPort,
        @Nullable Duration deregistrationDelay,
        @Nullable Duration slowStart,
        @Nullable LoadBalancingAlgorithm loadBalancingAlgorithmType,
        @Nullable AnomalyMitigation loadBalancingAnomalyMitigation,
        @Nullable CrossZoneLoadBalancing loadBalancingCrossZoneEnabled,
        @Nullable Boolean lambdaMultiValueHeadersEnabled,
        @Nullable HealthCheck healthCheck,
        @Nullable Stickiness stickiness,
        @Nullable TargetGroupHealth targetGroupHealth,
        @Nullable String region,
        @Nullable Map<String, String> tags)
        implements TargetGroupAttributesBuilder.With {
    static final int LONGEST_NAME = 32;
    private static final int LONGEST_PREFIX = 6;
    private static final Pattern NAME = Pattern.compile("(?!-)[0-9A-Za-z-]+(?<!-)");
    private static final Pattern PREFIX = Pattern.compile("(?!-)[0-9A-Za-z-]+");
    private static final String FOR_LAMBDA = "for a Lambda function";
    private static final Duration SHORTEST_SLOW_START = Duration.ofSeconds(30);
    private static final Duration LONGEST_SLOW_START = Duration.ofSeconds(900);

    /** Checks the limits that AWS sets for each attribute, and those between them. */
    public TargetGroupAttributes {
        tags = tags == null ? null : Map.copyOf(tags);
        boolean slowly = slowStart != null && !slowStart.isZero();
        Checks checks = Checks.of("target group")
                .length("name", name, 1, LONGEST_NAME)
                .matches(
                        "name",
                        name,
                        NAME,
                        "consist of letters, digits and hyphens, with no hyphen at either end",
                        "Rename it, for instance to \"wiki\".")
                .length("name_prefix", namePrefix, 1, LONGEST_PREFIX)
                .matches(
                        "name_prefix",
                        namePrefix,
                        PREFIX,
                        "consist of letters, digits and hyphens, with no hyphen in front",
                        "Choose a prefix such as \"wiki-\".")
                .notBoth("name", name, "name_prefix", namePrefix)
                .between("port", port, 1, 65_535)
                .between("target_control_port", targetControlPort, 1, 65_535)
                .between("deregistration_delay", deregistrationDelay, Duration.ZERO, Duration.ofSeconds(3600))
                .require(
                        !slowly || isSlowStart(slowStart),
                        "slow_start",
                        "be 0 or between 30 s and 900 s",
                        slowStart == null ? "" : slowStart.toMillis() / 1000.0 + " s",
                        "Choose 0 to switch it off, or whole seconds from 30 to 900.")
                .require(
                        !slowly
                                || loadBalancingAlgorithmType == null
                                || loadBalancingAlgorithmType == LoadBalancingAlgorithm.ROUND_ROBIN,
                        "slow_start",
                        "be 0 unless load_balancing_algorithm_type is round_robin",
                        loadBalancingAlgorithmType == null ? "" : loadBalancingAlgorithmType.toTerraform(),
                        "Leave out slow_start, or choose round_robin.")
                .require(
                        loadBalancingAnomalyMitigation != AnomalyMitigation.ON
                                || loadBalancingAlgorithmType == LoadBalancingAlgorithm.WEIGHTED_RANDOM,
                        "load_balancing_anomaly_mitigation",
                        "be off unless load_balancing_algorithm_type is weighted_random",
                        loadBalancingAlgorithmType == null ? "round_robin" : loadBalancingAlgorithmType.toTerraform(),
                        "Choose weighted_random, or leave the mitigation off.")
                .require(
                        loadBalancingCrossZoneEnabled != CrossZoneLoadBalancing.OFF
                                || stickiness == null
                                || !stickiness.enabled(),
                        "stickiness",
                        "be off where load_balancing_cross_zone_enabled is false",
                        "on",
                        "Leave one of the two out: without cross-zone balancing AWS does not support stickiness.")
                .atMost("tags", tags, 50);
        if (targetType == TargetType.LAMBDA) {
            checks.absent("port", port, FOR_LAMBDA)
                    .absent("protocol", protocol, FOR_LAMBDA)
                    .absent("protocol_version", protocolVersion, FOR_LAMBDA)
                    .absent("vpc_id", vpcId, FOR_LAMBDA)
                    .absent("ip_address_type", ipAddressType, FOR_LAMBDA)
                    .absent("target_control_port", targetControlPort, FOR_LAMBDA)
                    .absent("deregistration_delay", deregistrationDelay, FOR_LAMBDA)
                    .absent("slow_start", slowStart, FOR_LAMBDA)
                    .absent("load_balancing_algorithm_type", loadBalancingAlgorithmType, FOR_LAMBDA)
                    .absent("load_balancing_anomaly_mitigation", loadBalancingAnomalyMitigation, FOR_LAMBDA)
                    .absent("load_balancing_cross_zone_enabled", loadBalancingCrossZoneEnabled, FOR_LAMBDA)
                    .absent("stickiness", stickiness, FOR_LAMBDA)
                    .absent("target_group_health", targetGroupHealth, FOR_LAMBDA);
        } else {
            checks.present("port", port, "Name the port on which the targets listen.")
                    .present("protocol", protocol, "Choose HTTP or HTTPS.")
                    .present("vpc_id", vpcId, "Name the VPC in which the targets are.")
                    .absent(
                            "lambda_multi_value_headers_enabled",
                            lambdaMultiValueHeadersEnabled,
                            "unless the target is a Lambda function");
        }
        checks.addAll(healthCheck == null ? List.of() : healthCheck.violations(targetType, protocolVersion))
                .done();
    }

    /**
     * A group of EC2 instances that speak HTTP.
     *
     * @param port where they listen
     * @param vpcId where they are
     */
    public static TargetGroupAttributes instances(int port, String vpcId) {
        return http(TargetType.INSTANCE, port, vpcId);
    }

    /**
     * A group of IP addresses that speak HTTP.
     *
     * @param port where they listen
     * @param vpcId where they are, or from where they are reached
     */
    public static TargetGroupAttributes ips(int port, String vpcId) {
        return http(TargetType.IP, port, vpcId);
    }

    /** A group of one Lambda function. */
    public static TargetGroupAttributes lambda() {
        return TargetGroupAttributesBuilder.builder()
                .targetType(TargetType.LAMBDA)
                .build();
    }

    /** What makes a new group when it changes; a default that is spelled out is no change. */
    Map<String, Object> forcesReplacement() {
        Map<String, Object> forces = new LinkedHashMap<>();
        forces.put("port", Objects.toString(port));
        forces.put("protocol", Objects.toString(protocol));
        forces.put("protocol_version", Objects.requireNonNullElse(protocolVersion, ProtocolVersion.HTTP1));
        forces.put("target_type", targetType);
        forces.put("vpc_id", Objects.toString(vpcId));
        forces.put("ip_address_type", Objects.requireNonNullElse(ipAddressType, TargetGroupIpAddressType.IPV4));
        forces.put("target_control_port", Objects.toString(targetControlPort));
        forces.replaceAll((name, value) -> Attributes.render(value));
        return forces;
    }

    private static TargetGroupAttributes http(TargetType type, int port, String vpcId) {
        return TargetGroupAttributesBuilder.builder()
                .targetType(type)
                .port(port)
                .protocol(TargetProtocol.HTTP)
                .vpcId(vpcId)
                .build();
    }

    private static boolean isSlowStart(Duration duration) {
        return duration.getNano() == 0
                && duration.compareTo(SHORTEST_SLOW_START) >= 0
                && duration.compareTo(LONGEST_SLOW_START) <= 0;
    }

    /**
     * A name that changes with whatever forces a replacement, so that the old one and the new one don't clash; unchanged
     * where a name or a prefix is given.
     *
     * @param base what stands in front of the hash; keep it apart from all others in the account and region
     */
    public TargetGroupAttributes namedAfter(String base) {
        boolean isNamed = name != null || namePrefix != null;
        return isNamed ? this : withName(ReplaceableName.of(base, LONGEST_NAME, forcesReplacement()));
    }
}
