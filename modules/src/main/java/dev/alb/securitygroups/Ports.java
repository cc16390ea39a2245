package dev.alb.securitygroups;

import dev.alb.terraform.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of a security group is about: a protocol and its ports.
 *
 * @param ipProtocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, or {@code -1} for all
 * @param fromPort the first port, or the type of an ICMP message; -1 for all types
 * @param toPort the last port, or the code of an ICMP message; -1 for all codes
 */
public record Ports(
        String ipProtocol,
        @Nullable Integer fromPort,
        @Nullable Integer toPort) {
    private static final Pattern PROTOCOL = Pattern.compile("tcp|udp|icmp|icmpv6|-1");
    private static final int ALL_MESSAGES = -1;

    /** Checks that the ports fit the protocol. */
    public Ports {
        Checks checks = Checks.of("ports")
                .matches(
                        "ip_protocol",
                        ipProtocol,
                        PROTOCOL,
                        "be tcp, udp, icmp, icmpv6 or -1",
                        "Choose one of these; -1 means all.");
        if (ipProtocol.equals("-1")) {
            checks.absent("from_port", fromPort, "with all protocols").absent("to_port", toPort, "with all protocols");
        } else {
            boolean isIcmp = ipProtocol.startsWith("icmp");
            checks.present("from_port", fromPort, "Give the first port.")
                    .present("to_port", toPort, "Give the last port, which may be the first.")
                    .between("from_port", fromPort, isIcmp ? ALL_MESSAGES : 0, isIcmp ? 255 : 65_535)
                    .between("to_port", toPort, isIcmp ? ALL_MESSAGES : 0, isIcmp ? 255 : 65_535)
                    .require(
                            isIcmp || fromPort == null || toPort == null || fromPort <= toPort,
                            "to_port",
                            "not be below from_port, " + fromPort,
                            toPort,
                            "Put the lower port first.");
        }
        checks.done();
    }

    /** One TCP port. */
    public static Ports tcp(int port) {
        return tcp(port, port);
    }

    /** TCP ports, the first and the last included. */
    public static Ports tcp(int from, int to) {
        return new Ports("tcp", from, to);
    }

    /** One UDP port. */
    public static Ports udp(int port) {
        return udp(port, port);
    }

    /** UDP ports, the first and the last included. */
    public static Ports udp(int from, int to) {
        return new Ports("udp", from, to);
    }

    /** All ICMP messages of IPv4, which path MTU discovery needs. */
    public static Ports icmp() {
        return new Ports("icmp", ALL_MESSAGES, ALL_MESSAGES);
    }

    /** All ICMP messages of IPv6. */
    public static Ports icmpv6() {
        return new Ports("icmpv6", ALL_MESSAGES, ALL_MESSAGES);
    }

    /** All ports of all protocols. */
    public static Ports all() {
        return new Ports("-1", null, null);
    }
}
