package dev.alb.loadbalancer;

import static dev.alb.terraform.Rendering.assertRenders;

import dev.alb.terraform.Refused;
import dev.alb.terraform.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be set on a load balancer, and what AWS would refuse. */
class LoadBalancerAttributesTest {
    private static final List<String> SUBNETS = List.of("subnet-1", "subnet-2");
    private static final LoadBalancerAttributes PUBLIC = LoadBalancerAttributes.internetFacing(SUBNETS);

    @Test
    void is_safe_without_a_word() {
        assertRenders(
                "{internal: false, subnets: ['subnet-1', 'subnet-2'], drop_invalid_header_fields: true,"
                        + " enable_deletion_protection: true}",
                PUBLIC);
        assertRenders(
                "{internal: true, subnets: ['subnet-1', 'subnet-2'], drop_invalid_header_fields: true,"
                        + " enable_deletion_protection: true}",
                LoadBalancerAttributes.internal(SUBNETS));
    }

    @Test
    void renders_every_attribute_in_terraforms_names() {
        assertRenders(
                """
                {name: 'wiki', internal: false, security_groups: ['sg-1'], ip_address_type: 'dualstack',
                 subnet_mapping: [{subnet_id: 'a', private_ipv4_address: '10.0.0.4'}, {subnet_id: 'b', ipv6_address: '2001:db8::1'}],
                 customer_owned_ipv4_pool: 'pool', ipam_pools: {ipv4_ipam_pool_id: 'ipam'}, idle_timeout: 300,
                 client_keep_alive: 3600, enable_http2: false, drop_invalid_header_fields: false,
                 desync_mitigation_mode: 'strictest', preserve_host_header: true, xff_header_processing_mode: 'preserve',
                 enable_xff_client_port: true, enable_tls_version_and_cipher_suite_headers: true,
                 enable_deletion_protection: false, enable_waf_fail_open: true, enable_zonal_shift: true,
                 minimum_load_balancer_capacity: {capacity_units: 100},
                 access_logs: {bucket: 'logs', enabled: true, prefix: 'wiki'},
                 connection_logs: {bucket: 'logs', enabled: true}, health_check_logs: {bucket: 'logs', enabled: false},
                 region: 'eu-west-1', tags: {a: 'b'}, timeouts: {create: '600s'}}
                """,
                PUBLIC.with(b -> b.name("wiki")
                        .subnets(null)
                        .subnetMapping(List.of(
                                SubnetMapping.of("a").withPrivateIpv4Address("10.0.0.4"),
                                SubnetMapping.of("b").withIpv6Address("2001:db8::1")))
                        .securityGroups(List.of("sg-1"))
                        .ipAddressType(IpAddressType.DUALSTACK)
                        .customerOwnedIpv4Pool("pool")
                        .ipamPools(new IpamPools("ipam"))
                        .idleTimeout(Duration.ofMinutes(5))
                        .clientKeepAlive(Duration.ofHours(1))
                        .enableHttp2(false)
                        .dropInvalidHeaderFields(false)
                        .desyncMitigationMode(DesyncMitigationMode.STRICTEST)
                        .preserveHostHeader(true)
                        .xffHeaderProcessingMode(XffHeaderProcessingMode.PRESERVE)
                        .enableXffClientPort(true)
                        .enableTlsVersionAndCipherSuiteHeaders(true)
                        .enableDeletionProtection(false)
                        .enableWafFailOpen(true)
                        .enableZonalShift(true)
                        .minimumLoadBalancerCapacity(new MinimumLoadBalancerCapacity(100))
                        .accessLogs(LogDelivery.to("logs").withPrefix("wiki"))
                        .connectionLogs(LogDelivery.to("logs"))
                        .healthCheckLogs(LogDelivery.to("logs").withEnabled(false))
                        .region("eu-west-1")
                        .tags(Map.of("a", "b"))
                        .timeouts(new Timeouts(Duration.ofMinutes(10), null, null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wiki", "wiki-", "internal-wiki", "wiki_1", "wiki.example"})
    void refuses_a_name_that_aws_refuses(String name) {
        Refused.with(
                "name must consist of letters, digits and hyphens, with no hyphen at either end and no internal- in front,"
                        + " got \"" + name + "\"\n  Rename it, for instance to \"wiki\".",
                () -> PUBLIC.withName(name));
    }

    @Test
    void refuses_a_name_of_more_than_32_characters() {
        Refused.with(
                "name must have 1 to 32 characters, got \"" + "a".repeat(33) + "\" (33)\n  Give a text of that length.",
                () -> PUBLIC.withName("a".repeat(33)));
        PUBLIC.withName("a".repeat(32));
    }

    @Test
    void refuses_a_prefix_of_more_than_six_characters_or_beside_a_name() {
        Refused.with(
                "name_prefix must have 1 to 6 characters, got \"confluence\" (10)\n  Give a text of that length.",
                () -> PUBLIC.withNamePrefix("confluence"));
        Refused.with(
                "name must not be given together with name_prefix, got both\n  Leave out name or name_prefix.",
                () -> PUBLIC.withName("wiki").withNamePrefix("wiki"));
    }

    @Test
    void asks_for_two_subnets() {
        Refused.with(
                "subnets must name at least two subnets, each in another availability zone, got 1\n"
                        + "  Add a subnet of a second zone.",
                () -> LoadBalancerAttributes.internal(List.of("subnet-1")));
        Refused.with(
                "subnets must name each subnet once, got [subnet-1, subnet-1]\n  Take the repeated one out.",
                () -> LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-1")));
        Refused.with(
                "subnets must be given, or subnet_mapping instead of it, got both\n"
                        + "  Name two subnets in different availability zones.",
                () -> PUBLIC.withSubnetMapping(List.of(SubnetMapping.of("a"), SubnetMapping.of("b"))));
    }

    @Test
    void leaves_a_list_alone_that_terraform_resolves_later() {
        LoadBalancerAttributes.internal(List.of("#{TfToken[TOKEN.7]}"));
        PUBLIC.withName("${TfToken[TOKEN.8]}_");
    }

    @Test
    void keeps_the_times_that_aws_allows() {
        Refused.with(
                "idle_timeout must be between 1 s and 4000 s, got 4001 s\n  Choose whole seconds from 1 to 4000.",
                () -> PUBLIC.withIdleTimeout(Duration.ofSeconds(4001)));
        Refused.with(
                "idle_timeout must be between 1 s and 4000 s, got 1500 ms\n  Choose whole seconds from 1 to 4000.",
                () -> PUBLIC.withIdleTimeout(Duration.ofMillis(1500)));
        Refused.with(
                "client_keep_alive must be between 60 s and 604800 s, got 59 s\n"
                        + "  Choose whole seconds from 60 to 604800.",
                () -> PUBLIC.withClientKeepAlive(Duration.ofSeconds(59)));
        PUBLIC.withIdleTimeout(Duration.ofSeconds(4000)).withClientKeepAlive(Duration.ofDays(7));
    }

    @Test
    void gives_ipv6_without_public_ipv4_to_the_public_only() {
        Refused.with(
                "ip_address_type must be ipv4 or dualstack on an internal load balancer,"
                        + " got dualstack-without-public-ipv4\n"
                        + "  Choose another type, or make the load balancer internet-facing.",
                () -> LoadBalancerAttributes.internal(SUBNETS)
                        .withIpAddressType(IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4));
        PUBLIC.withIpAddressType(IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4);
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 15_001})
    void reserves_what_aws_sells(int units) {
        Refused.with(
                "capacity_units must be between 100 and 15000, got " + units + "\n  Choose a number from 100 to 15000.",
                () -> new MinimumLoadBalancerCapacity(units));
    }

    @Test
    void names_a_bucket_and_a_folder_for_logs() {
        Refused.with(
                "bucket must be the name of an S3 bucket, got \"arn:aws:s3:::logs\"\n"
                        + "  Give the name alone, not an ARN.",
                () -> LogDelivery.to("arn:aws:s3:::logs"));
        Refused.with(
                "prefix must neither begin nor end with a slash nor contain AWSLogs, got \"/wiki\"\n"
                        + "  Write it as in \"logs/wiki\"; AWS adds AWSLogs itself.",
                () -> LogDelivery.to("logs").withPrefix("/wiki"));
    }

    @Test
    void tells_everything_at_once() {
        Refused.with("""
                name must consist of letters, digits and hyphens, with no hyphen at either end and no internal- in front, got "wiki_"
                  Rename it, for instance to "wiki".
                idle_timeout must be between 1 s and 4000 s, got 0 s
                  Choose whole seconds from 1 to 4000.
                """, () -> PUBLIC.with(b -> b.name("wiki_").idleTimeout(Duration.ZERO)));
    }
}
