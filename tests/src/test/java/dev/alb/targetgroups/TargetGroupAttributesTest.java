package dev.alb.targetgroups;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.InvalidInput;
import dev.alb.terraform.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGroupAttributesTest {
    private static final TargetGroupAttributes WIKI = TargetGroupAttributes.instances(8090, "vpc-1");
    private static final TargetGroupAttributes LAMBDA = TargetGroupAttributes.lambda();

    @Test
    void begins_with_what_is_required() {
        Map<String, Object> instances =
                Map.of("target_type", "instance", "port", 8090, "protocol", "HTTP", "vpc_id", "vpc-1");
        assertEquals(instances, Attributes.of(WIKI));
        assertEquals(
                Map.of("target_type", "ip", "port", 80, "protocol", "HTTP", "vpc_id", "vpc-1"),
                Attributes.of(TargetGroupAttributes.ips(80, "vpc-1")));
        assertEquals(Map.of("target_type", "lambda"), Attributes.of(LAMBDA));
    }

    @Test
    void renders_times_as_seconds_and_choices_by_their_names() {
        Map<String, Object> arguments = Attributes.of(WIKI.withProtocol(TargetProtocol.HTTPS)
                .withProtocolVersion(ProtocolVersion.HTTP2)
                .withIpAddressType(TargetGroupIpAddressType.IPV6)
                .withDeregistrationDelay(Duration.ofMinutes(1))
                .withLoadBalancingAlgorithmType(LoadBalancingAlgorithm.WEIGHTED_RANDOM)
                .withLoadBalancingAnomalyMitigation(AnomalyMitigation.ON)
                .withLoadBalancingCrossZoneEnabled(CrossZoneLoadBalancing.OFF)
                .withTargetControlPort(3000));
        assertEquals("HTTPS", arguments.get("protocol"));
        assertEquals("HTTP2", arguments.get("protocol_version"));
        assertEquals("ipv6", arguments.get("ip_address_type"));
        assertEquals(60L, arguments.get("deregistration_delay"));
        assertEquals("weighted_random", arguments.get("load_balancing_algorithm_type"));
        assertEquals("on", arguments.get("load_balancing_anomaly_mitigation"));
        assertEquals("false", arguments.get("load_balancing_cross_zone_enabled"));
        assertEquals(3000, arguments.get("target_control_port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wiki", "wiki-", "wiki_a", "wiki.a"})
    void refuses_a_name_with_other_characters(String name) {
        Refused.with(
                "name must consist of letters, digits and hyphens, with no hyphen at either end, got \"" + name
                        + "\"\n  Rename it, for instance to \"wiki\".",
                () -> WIKI.withName(name));
    }

    @Test
    void refuses_a_name_that_is_too_long() {
        assertDoesNotThrow(() -> WIKI.withName("x".repeat(32)));
        Refused.with(
                "name must have 1 to 32 characters, got \"" + "x".repeat(33) + "\" (33)\n  Give a text of that length.",
                () -> WIKI.withName("x".repeat(33)));
    }

    @Test
    void refuses_a_prefix_that_the_provider_refuses() {
        assertDoesNotThrow(() -> WIKI.withNamePrefix("wiki-"));
        Refused.with(
                "name_prefix must have 1 to 6 characters, got \"wiki-ab\" (7)\n  Give a text of that length.",
                () -> WIKI.withNamePrefix("wiki-ab"));
        Refused.with(
                "name_prefix must consist of letters, digits and hyphens, with no hyphen in front, got \"-wiki\"\n"
                        + "  Choose a prefix such as \"wiki-\".",
                () -> WIKI.withNamePrefix("-wiki"));
        Refused.with(
                "name must not be given together with name_prefix, got both\n  Leave out name or name_prefix.",
                () -> WIKI.withName("wiki").withNamePrefix("wiki-"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536})
    void refuses_ports_that_are_none(int port) {
        String rest = " must be between 1 and 65535, got " + port + "\n  Choose a number from 1 to 65535.";
        Refused.with("port" + rest, () -> WIKI.withPort(port));
        Refused.with("target_control_port" + rest, () -> WIKI.withTargetControlPort(port));
    }

    @Test
    void refuses_a_deregistration_delay_out_of_bounds() {
        assertDoesNotThrow(() -> WIKI.withDeregistrationDelay(Duration.ZERO));
        Refused.with(
                "deregistration_delay must be between 0 s and 3600 s, got 3601 s\n"
                        + "  Choose whole seconds from 0 to 3600.",
                () -> WIKI.withDeregistrationDelay(Duration.ofSeconds(3601)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 29, 901, -1})
    void refuses_a_slow_start_out_of_bounds(long seconds) {
        Refused.with(
                "slow_start must be 0 or between 30 s and 900 s, got " + seconds
                        + ".0 s\n  Choose 0 to switch it off, or whole seconds from 30 to 900.",
                () -> WIKI.withSlowStart(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 30, 900})
    void takes_a_slow_start_within_bounds(long seconds) {
        assertEquals(
                seconds,
                Attributes.of(WIKI.withSlowStart(Duration.ofSeconds(seconds))).get("slow_start"));
    }

    @Test
    void refuses_a_slow_start_with_another_algorithm_than_round_robin() {
        TargetGroupAttributes slow = WIKI.withSlowStart(Duration.ofSeconds(30));
        assertDoesNotThrow(() -> slow.withLoadBalancingAlgorithmType(LoadBalancingAlgorithm.ROUND_ROBIN));
        for (LoadBalancingAlgorithm other :
                List.of(LoadBalancingAlgorithm.WEIGHTED_RANDOM, LoadBalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS)) {
            Refused.with(
                    "slow_start must be 0 unless load_balancing_algorithm_type is round_robin, got "
                            + other.toTerraform() + "\n  Leave out slow_start, or choose round_robin.",
                    () -> slow.withLoadBalancingAlgorithmType(other));
            assertDoesNotThrow(() -> WIKI.withSlowStart(Duration.ZERO).withLoadBalancingAlgorithmType(other));
        }
    }

    @Test
    void refuses_anomaly_mitigation_without_weighted_random() {
        String message = "load_balancing_anomaly_mitigation must be off unless load_balancing_algorithm_type is"
                + " weighted_random, got round_robin\n  Choose weighted_random, or leave the mitigation off.";
        Refused.with(message, () -> WIKI.withLoadBalancingAnomalyMitigation(AnomalyMitigation.ON));
        assertDoesNotThrow(() -> WIKI.withLoadBalancingAnomalyMitigation(AnomalyMitigation.OFF));
        assertDoesNotThrow(() -> WIKI.withLoadBalancingAlgorithmType(LoadBalancingAlgorithm.WEIGHTED_RANDOM)
                .withLoadBalancingAnomalyMitigation(AnomalyMitigation.ON));
    }

    @Test
    void refuses_stickiness_without_cross_zone_balancing() {
        TargetGroupAttributes off = WIKI.withLoadBalancingCrossZoneEnabled(CrossZoneLoadBalancing.OFF);
        Refused.with(
                "stickiness must be off where load_balancing_cross_zone_enabled is false, got on\n"
                        + "  Leave one of the two out: without cross-zone balancing AWS does not support stickiness.",
                () -> off.withStickiness(Stickiness.lbCookie(Duration.ofDays(1))));
        assertDoesNotThrow(() -> off.withStickiness(Stickiness.disabled()));
    }

    @Test
    void needs_port_protocol_and_vpc_for_instances_and_addresses() {
        Refused.with(
                "port must be given, got nothing\n  Name the port on which the targets listen.",
                () -> WIKI.withPort(null));
        Refused.with("protocol must be given, got nothing\n  Choose HTTP or HTTPS.", () -> WIKI.withProtocol(null));
        Refused.with(
                "vpc_id must be given, got nothing\n  Name the VPC in which the targets are.",
                () -> TargetGroupAttributes.ips(80, "vpc-1").withVpcId(null));
    }

    @Test
    void refuses_for_lambda_what_a_function_has_not() {
        Map<String, UnaryOperator<TargetGroupAttributes>> changes = Map.ofEntries(
                Map.entry("port", a -> a.withPort(80)),
                Map.entry("protocol", a -> a.withProtocol(TargetProtocol.HTTP)),
                Map.entry("protocol_version", a -> a.withProtocolVersion(ProtocolVersion.HTTP1)),
                Map.entry("vpc_id", a -> a.withVpcId("vpc-1")),
                Map.entry("ip_address_type", a -> a.withIpAddressType(TargetGroupIpAddressType.IPV4)),
                Map.entry("target_control_port", a -> a.withTargetControlPort(3000)),
                Map.entry("deregistration_delay", a -> a.withDeregistrationDelay(Duration.ZERO)),
                Map.entry("slow_start", a -> a.withSlowStart(Duration.ZERO)),
                Map.entry(
                        "load_balancing_algorithm_type",
                        a -> a.withLoadBalancingAlgorithmType(LoadBalancingAlgorithm.ROUND_ROBIN)),
                Map.entry(
                        "load_balancing_anomaly_mitigation",
                        a -> a.withLoadBalancingAnomalyMitigation(AnomalyMitigation.OFF)),
                Map.entry(
                        "load_balancing_cross_zone_enabled",
                        a -> a.withLoadBalancingCrossZoneEnabled(CrossZoneLoadBalancing.ON)),
                Map.entry("stickiness", a -> a.withStickiness(Stickiness.disabled())),
                Map.entry(
                        "target_group_health",
                        a -> a.withTargetGroupHealth(new TargetGroupHealth(DnsFailover.below(1), null))));
        changes.forEach((path, change) -> {
            InvalidInput refused = assertThrows(InvalidInput.class, () -> change.apply(LAMBDA), path);
            assertEquals(
                    List.of(path),
                    refused.violations().stream().map(Violation::path).toList());
            assertEquals(
                    "not be given for a Lambda function",
                    refused.violations().get(0).rule());
        });
    }

    @Test
    void has_multi_value_headers_for_lambda_alone() {
        assertEquals(
                true,
                Attributes.of(LAMBDA.withLambdaMultiValueHeadersEnabled(true))
                        .get("lambda_multi_value_headers_enabled"));
        Refused.with(
                "lambda_multi_value_headers_enabled must not be given unless the target is a Lambda function, got true\n"
                        + "  Leave it out.",
                () -> WIKI.withLambdaMultiValueHeadersEnabled(true));
    }

    @Test
    void refuses_more_tags_than_aws_takes() {
        Map<String, String> tags =
                IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "tag" + i, String::valueOf));
        Refused.with(
                "tags must have at most 50 entries, got 51\n  Leave out some, or split them up.",
                () -> WIKI.withTags(tags));
    }

    @Test
    void is_named_after_a_base_unless_it_has_a_name() {
        String name = WIKI.namedAfter("wiki").name();
        assertTrue(name.matches("wiki-[0-9a-f]{8}"), name);
        assertEquals(name, WIKI.withTags(Map.of("a", "b")).namedAfter("wiki").name());
        assertNotEquals(name, WIKI.withPort(8091).namedAfter("wiki").name());
        assertEquals("own", WIKI.withName("own").namedAfter("wiki").name());
        assertNull(WIKI.withNamePrefix("own-").namedAfter("wiki").name());
    }

    @Test
    void tells_all_violations_at_once() {
        InvalidInput refused = assertThrows(
                InvalidInput.class,
                () -> TargetGroupAttributesBuilder.from(WIKI)
                        .with(b -> b.name("a_b").port(0)));
        assertEquals(
                "target group: 2 violations\n"
                        + "name must consist of letters, digits and hyphens, with no hyphen at either end, got \"a_b\"\n"
                        + "  Rename it, for instance to \"wiki\".\n"
                        + "port must be between 1 and 65535, got 0\n"
                        + "  Choose a number from 1 to 65535.",
                refused.getMessage());
    }
}
