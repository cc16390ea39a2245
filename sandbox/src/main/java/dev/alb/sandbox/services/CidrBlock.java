package dev.alb.sandbox.services;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** IPv4 addresses and the networks that they are in. */
final class CidrBlock {
    private static final Pattern VERSION_4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int BITS = 32;

    private CidrBlock() {}

    static boolean isAddress(String text) {
        return isVersion4(text) || VERSION_6.matcher(text).matches();
    }

    static boolean isVersion4(String text) {
        return VERSION_4.matcher(text).matches();
    }

    /** Whether an address is in a network; false where the network is none. */
    static boolean contains(String cidr, String address) {
        String[] parts = cidr.split("/");
        if (parts.length != 2 || !isVersion4(parts[0]) || !isVersion4(address)) {
            return false;
        }
        int free = BITS - Integer.parseInt(parts[1]);
        return number(parts[0]) >> free == number(address) >> free;
    }

    private static long number(String address) {
        return Stream.of(address.split("\\.")).mapToLong(Long::parseLong).reduce(0, (sum, part) -> (sum << 8) + part);
    }
}
