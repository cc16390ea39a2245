package dev.alb.securitygroups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Attributes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void renders_the_protocol_and_the_ports() {
        assertEquals(Map.of("ip_protocol", "tcp", "from_port", 443, "to_port", 443), Attributes.of(Ports.tcp(443)));
        assertEquals(
                Map.of("ip_protocol", "tcp", "from_port", 8000, "to_port", 8100), Attributes.of(Ports.tcp(8000, 8100)));
        assertEquals(Map.of("ip_protocol", "udp", "from_port", 53, "to_port", 53), Attributes.of(Ports.udp(53)));
        assertEquals(Map.of("ip_protocol", "icmp", "from_port", -1, "to_port", -1), Attributes.of(Ports.icmp()));
        assertEquals(Map.of("ip_protocol", "icmpv6", "from_port", -1, "to_port", -1), Attributes.of(Ports.icmpv6()));
    }

    @Test
    void renders_no_ports_for_all_protocols() {
        assertEquals(Map.of("ip_protocol", "-1"), Attributes.of(Ports.all()));
        Refused.with(
                "from_port must not be given with all protocols, got 80\n  Leave it out.",
                () -> new Ports("-1", 80, null));
        Refused.with(
                "to_port must not be given with all protocols, got 80\n  Leave it out.",
                () -> new Ports("-1", null, 80));
    }

    @Test
    void refuses_ports_that_are_none() {
        Refused.with(
                "to_port must be between 0 and 65535, got 65536\n  Choose a number from 0 to 65535.",
                () -> Ports.tcp(1, 65_536));
        Refused.with(
                "from_port must be between 0 and 65535, got -1\n  Choose a number from 0 to 65535.",
                () -> Ports.udp(-1, 0));
        Refused.with(
                "from_port must be between -1 and 255, got 256\n  Choose a number from -1 to 255.",
                () -> new Ports("icmp", 256, 0));
    }

    @Test
    void refuses_ports_that_fall() {
        Refused.with(
                "to_port must not be below from_port, 8100, got 8000\n  Put the lower port first.",
                () -> Ports.tcp(8100, 8000));
    }

    @Test
    void needs_ports_for_a_protocol() {
        Refused.with("from_port must be given, got nothing\n  Give the first port.", () -> new Ports("tcp", null, 80));
        Refused.with(
                "to_port must be given, got nothing\n  Give the last port, which may be the first.",
                () -> new Ports("tcp", 80, null));
    }

    @Test
    void refuses_protocols_that_a_load_balancer_has_no_use_for() {
        Refused.with(
                "ip_protocol must be tcp, udp, icmp, icmpv6 or -1, got \"6\"\n  Choose one of these; -1 means all.",
                () -> new Ports("6", 80, 80));
    }
}
