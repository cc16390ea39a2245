package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One rule of a security group in one direction, wherever it is written: as a resource of its own, or inside the group.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, … or {@code -1} for all
 * @param from the first port; 0 if all are meant
 * @param to the last port
 * @param kind what the peer is
 * @param peer the peer: a CIDR, a prefix list or a security group
 * @param description what somebody says about it
 */
record Permission(String protocol, int from, int to, Kind kind, String peer, String description) {
    private static final String ALL = "-1";
    private static final Map<String, String> NAMES = Map.of("1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6");

    /** What a peer can be: its attribute in a rule, and the one in a group. */
    enum Kind {
        IPV4("cidr_ipv4", "cidr_blocks"),
        IPV6("cidr_ipv6", "ipv6_cidr_blocks"),
        PREFIX_LIST("prefix_list_id", "prefix_list_ids"),
        GROUP("referenced_security_group_id", "security_groups");

        private final String inRule;
        private final String inGroup;

        Kind(String inRule, String inGroup) {
            this.inRule = inRule;
            this.inGroup = inGroup;
        }

        /** The attribute of a group's block that lists such peers. */
        String inGroup() {
            return inGroup;
        }
    }

    /** The permission of a rule that is a resource of its own. */
    static Permission ofRule(Value.Mapping rule) {
        Kind kind = List.of(Kind.values()).stream()
                .filter(each -> rule.get(each.inRule).isGiven())
                .findFirst()
                .orElse(Kind.IPV4);
        return of(rule, "ip_protocol", kind, rule.get(kind.inRule).text());
    }

    /** The permissions of a block inside a group. */
    static List<Permission> ofBlock(Value.Mapping block, String group) {
        List<Permission> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Value peer : block.get(kind.inGroup).elements()) {
                all.add(of(block, "protocol", kind, peer.text()));
            }
        }
        if (block.get("self").equals(new Value.Bool(true))) {
            all.add(of(block, "protocol", Kind.GROUP, group));
        }
        return all;
    }

    private static Permission of(Value.Mapping from, String protocolAttribute, Kind kind, String peer) {
        String given = from.get(protocolAttribute).text().toLowerCase(Locale.ROOT);
        String protocol = given.equals("all") ? ALL : NAMES.getOrDefault(given, given);
        boolean everything = protocol.equals(ALL);
        return new Permission(
                protocol,
                everything ? 0 : port(from.get("from_port")),
                everything ? 0 : port(from.get("to_port")),
                kind,
                peer,
                from.get("description").text());
    }

    private static int port(Value value) {
        return value instanceof Value.Numeric number ? number.value().intValue() : -1;
    }

    /** Whether it lets the same peer in, or out, on the same ports; what is said about it doesn't count. */
    boolean isSameAs(Permission other) {
        return peer.equals(other.peer) && hasPortsOf(other);
    }

    /** Whether it is about the same ports. */
    boolean hasPortsOf(Permission other) {
        return protocol.equals(other.protocol) && from == other.from && to == other.to;
    }

    /** Whether it is about TCP or UDP, which have ports. */
    boolean hasPorts() {
        return protocol.equals("tcp") || protocol.equals("udp");
    }

    /** It in AWS's words. */
    String text() {
        return "peer: " + peer + ", " + (protocol.equals(ALL) ? "ALL" : protocol.toUpperCase(Locale.ROOT)) + ports()
                + ", ALLOW";
    }

    private String ports() {
        if (protocol.startsWith("icmp")) {
            return ", type: " + orAll(from) + ", code: " + orAll(to);
        }
        return hasPorts() ? ", from port: " + from + ", to port: " + to : "";
    }

    private static String orAll(int number) {
        return number < 0 ? "ALL" : String.valueOf(number);
    }
}
