package dev.alb.securitygroups;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTest {
    @Test
    void refuses_an_address_that_is_no_network_and_says_which_is() {
        Refused.with(
                "cidr_ipv4 must be an IPv4 network, got \"203.0.113.7/24\"\n"
                        + "  Write \"203.0.113.0/24\" for the whole network, or \"203.0.113.7/32\" for the one address.",
                () -> Peer.ipv4("203.0.113.7/24"));
        Refused.with(
                "cidr_ipv6 must be an IPv6 network, got \"2001:DB8::7/32\"\n"
                        + "  Write \"2001:db8::/32\" for the whole network, or \"2001:db8::7/128\" for the one address.",
                () -> Peer.ipv6("2001:DB8::7/32"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "203.0.113.0/33", "example.com", "", "2001:db8::/32", "010.0.0.0/8"})
    void refuses_what_is_no_ipv4_network(String cidr) {
        Refused.with(
                "cidr_ipv4 must be an IPv4 network, got \"" + cidr + "\"\n  Write it as in \"203.0.113.0/24\".",
                () -> Peer.ipv4(cidr));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::", "2001:db8::/129", "10.0.0.0/8"})
    void refuses_what_is_no_ipv6_network(String cidr) {
        Refused.with(
                "cidr_ipv6 must be an IPv6 network, got \"" + cidr + "\"\n  Write it as in \"2001:db8::/32\".",
                () -> Peer.ipv6(cidr));
    }

    @ParameterizedTest
    @CsvSource({"2001:DB8:0:0::/32, 2001:db8::/32", "::/0, ::/0"})
    void writes_ipv6_as_aws_gives_it_back(String cidr, String canonical) {
        assertEquals(canonical, Peer.ipv6(cidr).cidrIpv6());
    }

    @Test
    void takes_networks_of_any_size() {
        assertDoesNotThrow(() -> Peer.ipv4("0.0.0.0/0"));
        assertDoesNotThrow(() -> Peer.ipv4("203.0.113.7/32"));
    }

    @Test
    void refuses_what_is_no_id() {
        Refused.with(
                "prefix_list_id must be the id of a prefix list, got \"com.amazonaws.global.cloudfront\"\n"
                        + "  Write it as in \"pl-0123456789abcdef0\".",
                () -> Peer.prefixList("com.amazonaws.global.cloudfront"));
        Refused.with(
                "referenced_security_group_id must be the id of a security group, got \"nodes\"\n"
                        + "  Write it as in \"sg-0123456789abcdef0\", neither the name nor the ARN.",
                () -> Peer.securityGroup("nodes"));
        Refused.with(
                "security_group_id must be the id of a security group, got \"nodes\"\n"
                        + "  Write it as in \"sg-0123456789abcdef0\", neither the name nor the ARN.",
                () -> SecurityGroupRuleAttributes.of("nodes", Peer.ipv4("10.0.0.0/8"), Ports.all()));
    }

    @Test
    void takes_a_group_of_another_account() {
        assertDoesNotThrow(() -> Peer.securityGroup("123456789012/sg-0a1b"));
    }

    @Test
    void takes_any_reference() {
        String reference = "${TfToken[TOKEN.1]}";
        assertEquals(reference, Peer.ipv4(reference).cidrIpv4());
        assertEquals(reference, Peer.ipv6(reference).cidrIpv6());
        assertEquals(reference, Peer.prefixList(reference).prefixListId());
        assertEquals(reference, Peer.securityGroup(reference).referencedSecurityGroupId());
    }
}
