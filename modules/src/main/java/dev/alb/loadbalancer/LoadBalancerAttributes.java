package dev.alb.loadbalancer;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import dev.alb.terraform.Text;
import dev.alb.terraform.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set on an Application Load Balancer, in the names of {@code aws_lb}.
 *
 * <p>Begin with {@link #internetFacing} or {@link #internal}: they switch on deletion protection and drop invalid
 * headers, which AWS leaves off. What is {@code null} keeps the provider's default.
 *
 * @param name at most 32 letters, digits and hyphens; a change replaces the load balancer and its DNS name
 * @param namePrefix at most 6 characters that the provider completes, instead of {@code name}
 * @param internal whether it has private addresses only; a change replaces it
 * @param subnets two or more, each in another availability zone; instead of {@code subnetMapping}
 * @param subnetMapping subnets with fixed addresses; instead of {@code subnets}
 * @param securityGroups who may come in; without one, the VPC's default group
 * @param ipAddressType the kind of addresses; AWS's default is IPv4
 * @param customerOwnedIpv4Pool the pool of an Outpost
 * @param ipamPools the pool of public addresses
 * @param idleTimeout how long a connection may be silent, 1 to 4000 s; AWS's default of 60 s cuts WebSockets
 * @param clientKeepAlive how long a client may keep a connection, 60 s to 7 days; default 1 hour
 * @param enableHttp2 default {@code true}
 * @param dropInvalidHeaderFields whether header fields with invalid names are dropped; AWS's default is {@code false}
 * @param desyncMitigationMode default {@link DesyncMitigationMode#DEFENSIVE}
 * @param preserveHostHeader whether targets see the request's Host header unchanged; default {@code false}
 * @param xffHeaderProcessingMode default {@link XffHeaderProcessingMode#APPEND}
 * @param enableXffClientPort whether X-Forwarded-For has the client's port too; default {@code false}
 * @param enableTlsVersionAndCipherSuiteHeaders whether targets learn the TLS version and cipher; default {@code false}
 * @param enableDeletionProtection whether AWS refuses to delete it; AWS's default is {@code false}
 * @param enableWafFailOpen whether requests pass while the firewall cannot be reached; default {@code false}
 * @param enableZonalShift whether traffic can be shifted away from a zone; default {@code false}
 * @param minimumLoadBalancerCapacity capacity that is reserved
 * @param accessLogs a line for each request
 * @param connectionLogs a line for each connection
 * @param healthCheckLogs a line for each health check
 * @param region another region than the provider's; a change replaces it
 * @param tags at most 50
 * @param timeouts how long Terraform waits
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html">AWS:
 *     load balancer attributes</a>
 */
@ResourceAttributes
public record LoadBalancerAttributes(
        @Nullable String name,
        @Nullable String namePrefix,
        boolean internal,
        @Nullable List<String> subnets,
        @Nullable List<SubnetMapping> subnetMapping,
        @Nullable List<String> securityGroups,
        @Nullable IpAddressType ipAddressType,
        @Nullable String customerOwnedIpv4Pool,
        @Nullable IpamPools ipamPools,
        @Nullable Duration idleTimeout,
        @Nullable Duration clientKeepAlive,
        @Nullable Boolean enableHttp2,
        @Nullable Boolean dropInvalidHeaderFields,
        @Nullable DesyncMitigationMode desyncMitigationMode,
        @Nullable Boolean preserveHostHeader,
        @Nullable XffHeaderProcessingMode xffHeaderProcessingMode,
        @Nullable Boolean enableXffClientPort,
        @Nullable Boolean enableTlsVersionAndCipherSuiteHeaders,
        @Nullable Boolean enableDeletionProtection,
        @Nullable Boolean enableWafFailOpen,
        @Nullable Boolean enableZonalShift,
        @Nullable MinimumLoadBalancerCapacity minimumLoadBalancerCapacity,
        @Nullable LogDelivery accessLogs,
        @Nullable LogDelivery connectionLogs,
        @Nullable LogDelivery healthCheckLogs,
        @Nullable String region,
        @Nullable Map<String, String> tags,
        @Nullable Timeouts timeouts)
        implements LoadBalancerAttributesBuilder.With {
    private static final Pattern NAME = Pattern.compile("(?!-)(?!internal-)[0-9A-Za-z-]+(?<!-)");
    private static final String NAME_RULE =
            "consist of letters, digits and hyphens, with no hyphen at either end and no internal- in front";
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_PREFIX = 6;
    private static final int FEWEST_ZONES = 2;

    /** Checks the limits that AWS sets for each attribute, and those between them. */
    public LoadBalancerAttributes {
        subnets = Attributes.copyOf(subnets);
        subnetMapping = Attributes.copyOf(subnetMapping);
        securityGroups = Attributes.copyOf(securityGroups);
        tags = tags == null ? null : Map.copyOf(tags);
        Checks.of("load balancer")
                .length("name", name, 1, LONGEST_NAME)
                .matches("name", name, NAME, NAME_RULE, "Rename it, for instance to \"wiki\".")
                .length("name_prefix", namePrefix, 1, LONGEST_PREFIX)
                .matches("name_prefix", namePrefix, NAME, NAME_RULE, "Choose a prefix such as \"wiki\".")
                .notBoth("name", name, "name_prefix", namePrefix)
                .require(
                        (subnets == null) != (subnetMapping == null),
                        "subnets",
                        "be given, or subnet_mapping instead of it",
                        subnets == null ? "neither" : "both",
                        "Name two subnets in different availability zones.")
                .require(
                        hasTwoZones(subnets, subnetMapping),
                        subnetMapping == null ? "subnets" : "subnet_mapping",
                        "name at least two subnets, each in another availability zone",
                        (subnets == null ? 0 : subnets.size()) + (subnetMapping == null ? 0 : subnetMapping.size()),
                        "Add a subnet of a second zone.")
                .require(
                        subnets == null || subnets.stream().distinct().count() == subnets.size(),
                        "subnets",
                        "name each subnet once",
                        subnets,
                        "Take the repeated one out.")
                .between("idle_timeout", idleTimeout, Duration.ofSeconds(1), Duration.ofSeconds(4000))
                .between("client_keep_alive", clientKeepAlive, Duration.ofSeconds(60), Duration.ofDays(7))
                .require(
                        !internal || ipAddressType != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4,
                        "ip_address_type",
                        "be ipv4 or dualstack on an internal load balancer",
                        "dualstack-without-public-ipv4",
                        "Choose another type, or make the load balancer internet-facing.")
                .atMost("tags", tags, 50)
                .done();
    }

    /**
     * A load balancer with public addresses.
     *
     * @param subnets two or more public subnets, each in another availability zone
     */
    public static LoadBalancerAttributes internetFacing(List<String> subnets) {
        return safe(subnets, false);
    }

    /**
     * A load balancer with private addresses.
     *
     * @param subnets two or more subnets, each in another availability zone
     */
    public static LoadBalancerAttributes internal(List<String> subnets) {
        return safe(subnets, true);
    }

    private static LoadBalancerAttributes safe(List<String> subnets, boolean internal) {
        return LoadBalancerAttributesBuilder.builder()
                .internal(internal)
                .subnets(subnets)
                .dropInvalidHeaderFields(true)
                .enableDeletionProtection(true)
                .build();
    }

    private static boolean hasTwoZones(@Nullable List<String> subnets, @Nullable List<SubnetMapping> mapping) {
        if (subnets == null) {
            return mapping == null || mapping.size() >= FEWEST_ZONES;
        }
        return subnets.size() >= FEWEST_ZONES || subnets.stream().anyMatch(Text::isReference);
    }
}
