package dev.alb.targetgroups;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Attributes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:sorry";
    private static final String REFERENCE = "${TfToken[TOKEN.1]}";

    @Test
    void renders_an_instance() {
        assertEquals(
                Map.of("target_id", "i-0a1b", "port", 8091),
                Attributes.render(Target.instance("i-0a1b").withPort(8091)));
    }

    @Test
    void renders_an_address_with_its_zone() {
        assertEquals(
                Map.of("target_id", "10.0.1.20", "port", 81, "availability_zone", "all"),
                Attributes.render(
                        Target.ip("10.0.1.20").withAvailabilityZone("all").withPort(81)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "wiki", "i-XYZ", "arn:aws:ec2:eu-central-1:123456789012:instance/i-0a1b"})
    void refuses_what_is_no_instance(String id) {
        Refused.with(
                "target_id must be the id of an instance, got \"" + id
                        + "\"\n  Write it as in \"i-0123456789abcdef0\"; an IP address needs a group of type ip.",
                () -> Target.instance(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiki.example.com", "10.0.0", "10.0.0.1/32", "i-0a1b", "fe80::1::2"})
    void refuses_what_is_no_address(String address) {
        Refused.with(
                "target_id must be an IPv4 or IPv6 address, got \"" + address
                        + "\"\n  Write it as in \"10.0.1.20\"; a host name can't be registered.",
                () -> Target.ip(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "0.0.0.0", "169.254.169.254", "224.0.0.1", "255.255.255.255", "::1", "fe80::1"})
    void refuses_an_address_that_no_other_host_reaches(String address) {
        Refused.with(
                "target_id must be an address of a single host that others can reach, got " + address
                        + "\n  Choose the address that the host has in its network.",
                () -> Target.ip(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.255.255.255", "172.31.0.1", "192.168.1.1", "100.127.0.1"})
    void takes_private_addresses_outside_the_vpc(String address) {
        assertDoesNotThrow(() -> Target.ip(address).withAvailabilityZone("all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1"})
    void refuses_public_addresses_outside_the_vpc(String address) {
        assertDoesNotThrow(() -> Target.ip(address));
        Refused.with(
                "target_id must be in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10 where"
                        + " availability_zone is all, got " + address
                        + "\n  Outside the VPC a load balancer reaches private addresses only.",
                () -> Target.ip(address).withAvailabilityZone("all"));
    }

    @Test
    void takes_all_and_zones_for_a_zone() {
        assertDoesNotThrow(() -> Target.ip("10.0.0.1").withAvailabilityZone("eu-central-1a"));
        assertDoesNotThrow(() -> Target.ip("10.0.0.1").withAvailabilityZone("us-west-2-lax-1a"));
        Refused.with(
                "availability_zone must be all or the name of a zone, got \"eu-central-1\"\n"
                        + "  Write \"all\" for an address outside the VPC; leave it out for one inside.",
                () -> Target.ip("10.0.0.1").withAvailabilityZone("eu-central-1"));
    }

    @Test
    void writes_ipv6_as_aws_gives_it_back() {
        assertEquals("2001:db8::1", Target.ip("2001:0DB8:0:0:0:0:0:1").targetId());
    }

    @Test
    void refuses_a_port_that_is_none() {
        String message = "port must be between 1 and 65535, got 65536\n  Choose a number from 1 to 65535.";
        Refused.with(message, () -> Target.ip("10.0.0.1").withPort(65_536));
        Refused.with(message, () -> Target.instance("i-1").withPort(65_536));
    }

    @Test
    void takes_a_function_apart_from_its_alias() {
        assertEquals(new Target.LambdaFunction(FUNCTION, null), Target.lambda(FUNCTION));
        assertEquals(new Target.LambdaFunction(FUNCTION, "live"), Target.lambda(FUNCTION + ":live"));
        assertEquals(Target.lambda(FUNCTION + ":live"), Target.lambda(FUNCTION).withQualifier("live"));
        assertEquals(Map.of("target_id", FUNCTION + ":live"), Attributes.render(Target.lambda(FUNCTION + ":live")));
    }

    @Test
    void refuses_what_is_no_function() {
        Refused.with(
                "target_id must be an ARN that begins with arn:aws:lambda:, got \"sorry\"\n"
                        + "  Copy the ARN from the AWS console, or pass an attribute.",
                () -> Target.lambda("sorry"));
        Refused.with(
                "qualifier must be a version or an alias, got \"a b\"\n  Write it as in \"live\".",
                () -> Target.lambda(FUNCTION).withQualifier("a b"));
    }

    @Test
    void takes_any_reference() {
        assertEquals(REFERENCE, Target.instance(REFERENCE).targetId());
        assertEquals(REFERENCE, Target.ip(REFERENCE).targetId());
        assertEquals(REFERENCE, Target.lambda(REFERENCE).targetId());
    }
}
