package dev.alb.rules;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A network in CIDR notation.
 *
 * @param address the bits of its address as text, 32 or 128 of 0 and 1
 * @param prefix how many of them all its addresses share
 */
record AddressRange(String address, int prefix) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

    /** Every address there is. */
    static final List<AddressRange> EVERYTHING =
            Stream.of("0.0.0.0/0", "::/0").flatMap(c -> of(c).stream()).toList();

    /** A network such as {@code 10.0.0.0/8}; empty if the text is none or has bits set behind its prefix. */
    static Optional<AddressRange> of(String cidr) {
        String[] parts = cidr.split("/", -1);
        if (parts.length != 2 || !PREFIX.matcher(parts[1]).matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(parts[1]);
        return bits(parts[0]).map(bits -> new AddressRange(bits, prefix)).filter(AddressRange::isNetwork);
    }

    /** Whether each address of a network is in one of several. */
    static boolean cover(List<AddressRange> ranges, AddressRange range) {
        if (ranges.stream().anyMatch(r -> r.contains(range))) {
            return true;
        }
        return ranges.stream().anyMatch(range::contains) && range.halves().allMatch(half -> cover(ranges, half));
    }

    boolean overlaps(AddressRange other) {
        return contains(other) || other.contains(this);
    }

    private boolean contains(AddressRange other) {
        return address.length() == other.address.length()
                && prefix <= other.prefix
                && other.address.startsWith(address.substring(0, prefix));
    }

    private Stream<AddressRange> halves() {
        String upper = address.substring(0, prefix) + "1" + address.substring(prefix + 1);
        return Stream.of(new AddressRange(address, prefix + 1), new AddressRange(upper, prefix + 1));
    }

    private boolean isNetwork() {
        return prefix <= address.length() && address.indexOf('1', prefix) < 0;
    }

    private static Optional<String> bits(String literal) {
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            StringBuilder bits = new StringBuilder();
            for (byte b : InetAddress.getByName(literal).getAddress()) {
                bits.append(Integer.toBinaryString((b & 0xff) | 0x100).substring(1));
            }
            return Optional.of(bits.toString());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
