package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0/8",
        "10.1.2.3/32, 10.1.2.3/32",
        "255.255.255.255/0, 0.0.0.0/0",
        "172.31.255.255/12, 172.16.0.0/12",
        "2001:DB8::1/32, 2001:db8::/32",
        "2001:db8:ffff::/33, 2001:db8:8000::/33",
        "::1/0, ::/0",
    })
    void masks_the_host_bits(String text, String network) {
        assertEquals(network, Cidr.ofNetwork(text).orElseThrow().network().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:0:2:3:0:0:4, 1::2:3:0:0:4",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "192.0.2.1, 192.0.2.1",
    })
    void writes_an_address_in_its_canonical_form(String text, String canonical) {
        assertEquals(canonical, Cidr.ofAddress(text).orElseThrow().address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1",
                "10.0.0.256",
                "010.0.0.1",
                "1.2.3.4.5",
                "localhost",
                "fe80::1%eth0",
                "::ffff:10.0.0.1",
                ":",
                "1::2::3",
                "10.0.0.1/32",
                "cafe"
            })
    void takes_nothing_else_for_an_address(String text) {
        assertTrue(Cidr.ofAddress(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/", "::/129", "10.0.0.0/8/8", "10.0.0.0/-1"})
    void takes_nothing_else_for_a_network(String text) {
        assertTrue(Cidr.ofNetwork(text).isEmpty());
    }

    @Test
    void contains_the_networks_in_it() {
        Cidr network = Cidr.ofNetwork("10.0.0.0/8").orElseThrow();
        assertTrue(network.contains(Cidr.ofAddress("10.255.0.1").orElseThrow()));
        assertTrue(network.contains(network));
        assertFalse(network.contains(Cidr.ofAddress("11.0.0.1").orElseThrow()));
        assertFalse(network.contains(Cidr.ofNetwork("10.0.0.0/7").orElseThrow()));
        assertFalse(Cidr.ofNetwork("::/0").orElseThrow().contains(network));
    }

    @Test
    void is_a_network_without_host_bits() {
        assertTrue(Cidr.ofNetwork("192.168.0.0/16").orElseThrow().isNetwork());
        assertFalse(Cidr.ofNetwork("192.168.0.1/16").orElseThrow().isNetwork());
    }
}
