package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;

/** Two ways to write one thing, so that going from one to the other changes nothing. */
enum Equivalence {
    /** {@code http} and {@code HTTP}. */
    IGNORE_CASE {
        @Override
        boolean same(String one, String other) {
            return one.equalsIgnoreCase(other);
        }
    },

    /** {@code Wiki.example.com.} and {@code wiki.example.com}. */
    DOMAIN {
        @Override
        boolean same(String one, String other) {
            return DomainNames.normalize(one).equals(DomainNames.normalize(other));
        }
    },

    /** JSON with other spaces, or other places of its keys. */
    JSON {
        @Override
        boolean same(String one, String other) {
            return JsonDocuments.same(one, other);
        }
    },

    /** A policy, in which neither the order of statements nor that of actions counts. */
    POLICY {
        @Override
        boolean same(String one, String other) {
            return PolicyDocuments.same(one, other);
        }
    },

    /** {@code 300} and {@code 300.0}. */
    NUMBER {
        @Override
        boolean same(String one, String other) {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        }
    },

    /** {@code tcp} and {@code 6}, {@code all} and {@code -1}. */
    IP_PROTOCOL {
        private static final Map<String, String> NAMES =
                Map.of("1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6", "all", "-1");

        @Override
        boolean same(String one, String other) {
            return name(one).equals(name(other));
        }

        private String name(String protocol) {
            String small = protocol.toLowerCase(Locale.ROOT);
            return NAMES.getOrDefault(small, small);
        }
    },

    /** {@code 2001:DB8::/32} and {@code 2001:db8:0::/32}. */
    NETWORK {
        @Override
        boolean same(String one, String other) {
            return network(one).equals(network(other));
        }

        private String network(String cidr) {
            String[] parts = cidr.split("/", 2);
            boolean numeric = parts[0].contains(":") && parts[0].matches("[0-9A-Fa-f:.]+");
            try {
                String address = numeric ? InetAddress.getByName(parts[0]).getHostAddress() : parts[0];
                return address + (parts.length == 2 ? "/" + parts[1] : "");
            } catch (UnknownHostException e) {
                return cidr;
            }
        }
    };

    abstract boolean same(String one, String other);

    static Equivalence named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether two known texts or numbers are the same so; what is not of this form is compared as it is. */
    boolean holds(Value one, Value other) {
        boolean known = !one.isNull() && !one.isUnknown() && !other.isNull() && !other.isUnknown();
        try {
            return known && same(one.text(), other.text());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
