package dev.alb.routing;

import dev.alb.terraform.Cidr;
import java.math.BigInteger;
import java.util.SortedSet;
import java.util.TreeSet;

/** Addresses as texts of their bits, so that networks are patterns like all others. */
final class Addresses {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int HEXADECIMAL = 16;

    static final TextSet ALL = bits("4", IPV4_BITS).union(bits("6", IPV6_BITS));

    private Addresses() {}

    /** The addresses of a network. */
    static TextSet of(Cidr network) {
        String start = prefix(network);
        return bits(start, 1 + (network.isIpv4() ? IPV4_BITS : IPV6_BITS) - start.length());
    }

    /** How the texts of all addresses of a network begin. */
    static String prefix(Cidr network) {
        String notation = network.network().toString();
        int prefixLength = Integer.parseInt(notation.substring(notation.indexOf('/') + 1));
        return text(network.network()).substring(0, 1 + prefixLength);
    }

    /** The text of one address. */
    static String text(Cidr address) {
        return address.isIpv4() ? "4" + ipv4(address.address()) : "6" + ipv6(address.address());
    }

    /** The address of a text. */
    static String address(String text) {
        boolean isIpv4 = text.startsWith("4");
        BigInteger value = new BigInteger(text.substring(1), 2);
        StringBuilder address = new StringBuilder();
        int group = isIpv4 ? Byte.SIZE : HEXADECIMAL;
        for (int shift = (isIpv4 ? IPV4_BITS : IPV6_BITS) - group; shift >= 0; shift -= group) {
            int part = value.shiftRight(shift).intValue() & (1 << group) - 1;
            address.append(isIpv4 ? Integer.toString(part) : Integer.toHexString(part));
            address.append(shift == 0 ? "" : isIpv4 ? "." : ":");
        }
        return Cidr.ofAddress(address.toString()).map(Cidr::address).orElse(address.toString());
    }

    private static String ipv4(String address) {
        StringBuilder bits = new StringBuilder();
        for (String part : address.split("\\.")) {
            bits.append(binary(Integer.parseInt(part), Byte.SIZE));
        }
        return bits.toString();
    }

    private static String ipv6(String address) {
        String[] halves = address.split("::", -1);
        String first = groups(halves[0]);
        String last = halves.length > 1 ? groups(halves[1]) : "";
        return first + "0".repeat(IPV6_BITS - first.length() - last.length()) + last;
    }

    private static String groups(String text) {
        StringBuilder bits = new StringBuilder();
        for (String group : text.isEmpty() ? new String[0] : text.split(":")) {
            bits.append(binary(Integer.parseInt(group, HEXADECIMAL), HEXADECIMAL));
        }
        return bits.toString();
    }

    private static String binary(int value, int length) {
        String bits = Integer.toBinaryString(value);
        return "0".repeat(length - bits.length()) + bits;
    }

    /** A beginning, and behind it any bits of a length. */
    private static TextSet bits(String start, int length) {
        return TextSet.of(new Bits(start, length).from(0));
    }

    /** Counts the bits that have been read; a state beyond all of them is one from which there is no way back. */
    private static final class Bits extends Exploration<Integer> {
        private final String start;
        private final int end;

        Bits(String start, int length) {
            this.start = start;
            this.end = start.length() + length;
        }

        @Override
        SortedSet<Character> symbols(Integer read) {
            SortedSet<Character> symbols = new TreeSet<>();
            if (read < start.length()) {
                symbols.add(start.charAt(read));
            } else if (read < end) {
                symbols.add('0');
                symbols.add('1');
            }
            return symbols;
        }

        @Override
        Integer next(Integer read, char symbol) {
            return read + 1;
        }

        @Override
        Integer fallback(Integer read) {
            return end + 1;
        }

        @Override
        boolean accepts(Integer read) {
            return read == end;
        }
    }
}
