package dev.alb.terraform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An IP address or a network of them, read strictly and without ever asking a name server. */
public final class Cidr {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern PREFIX_LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_GROUPS = 8;

    private final byte[] address;
    private final int prefixLength;

    private Cidr(byte[] address, int prefixLength) {
        this.address = address;
        this.prefixLength = prefixLength;
    }

    /** A network such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; its host bits may be set. */
    public static Optional<Cidr> ofNetwork(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX_LENGTH.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        int prefixLength = Integer.parseInt(text.substring(slash + 1));
        return ofAddress(text.substring(0, slash))
                .filter(address -> prefixLength <= address.prefixLength)
                .map(address -> new Cidr(address.address, prefixLength));
    }

    /** One address, as a network that has no other. */
    public static Optional<Cidr> ofAddress(String text) {
        boolean isIpv6 = IPV6.matcher(text).matches();
        if (!isIpv6 && !IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(text).getAddress();
            boolean isMapped = isIpv6 && address.length == IPV4_BYTES;
            return isMapped ? Optional.empty() : Optional.of(new Cidr(address, address.length * Byte.SIZE));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether it is IPv4, not IPv6. */
    public boolean isIpv4() {
        return address.length == IPV4_BYTES;
    }

    /** Whether it is the network itself, all host bits being zero. */
    public boolean isNetwork() {
        return Arrays.equals(address, masked(address, prefixLength));
    }

    /** The network it is in: {@code 10.0.0.0/8} for {@code 10.1.2.3/8}. */
    public Cidr network() {
        return new Cidr(masked(address, prefixLength), prefixLength);
    }

    /** Whether every address of the other network is in this one. */
    public boolean contains(Cidr other) {
        return other.address.length == address.length
                && other.prefixLength >= prefixLength
                && Arrays.equals(masked(other.address, prefixLength), masked(address, prefixLength));
    }

    /** Whether an address is in both. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** Whether each address of this network is in one of several. */
    public boolean isCoveredBy(Collection<Cidr> networks) {
        if (networks.stream().anyMatch(network -> network.contains(this))) {
            return true;
        }
        return networks.stream().anyMatch(this::contains) && halves().allMatch(half -> half.isCoveredBy(networks));
    }

    private Stream<Cidr> halves() {
        byte[] upper = address.clone();
        upper[prefixLength / Byte.SIZE] |= (byte) (0x80 >> (prefixLength % Byte.SIZE));
        return Stream.of(new Cidr(address, prefixLength + 1), new Cidr(upper, prefixLength + 1));
    }

    /** Whether it is written the same: host bits count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && prefixLength == cidr.prefixLength && Arrays.equals(address, cidr.address);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address) * 31 + prefixLength;
    }

    /** The address alone, in its canonical form (RFC 5952). */
    public String address() {
        return isIpv4() ? ipv4() : ipv6();
    }

    /** The address in its canonical form, a slash, and the length of the prefix. */
    @Override
    public String toString() {
        return address() + "/" + prefixLength;
    }

    private static byte[] masked(byte[] address, int prefixLength) {
        byte[] network = address.clone();
        for (int bit = prefixLength; bit < network.length * Byte.SIZE; bit++) {
            network[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        return network;
    }

    private String ipv4() {
        return (address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + "." + (address[3] & 0xff);
    }

    private String ipv6() {
        int start = 0;
        int end = 0;
        for (int from = 0; from < IPV6_GROUPS; from++) {
            int to = from;
            while (to < IPV6_GROUPS && group(to) == 0) {
                to++;
            }
            if (to - from > Math.max(1, end - start)) {
                start = from;
                end = to;
            }
        }
        return end == 0 ? groups(0, IPV6_GROUPS) : groups(0, start) + "::" + groups(end, IPV6_GROUPS);
    }

    private String groups(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int group(int index) {
        return (address[2 * index] & 0xff) << Byte.SIZE | address[2 * index + 1] & 0xff;
    }
}
