package dev.alb.sandbox.account;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The random parts of AWS's names, made of a fingerprint: {@code hex8} and {@code HEX8} are hexadecimal digits,
 * {@code digits8} decimal ones, {@code octet1} to {@code octet8} parts of an address, {@code uuid} and {@code mac} what
 * their names say.
 */
record Digits(String fingerprint) {
    private static final Pattern KIND = Pattern.compile("(hex|HEX|digits|octet)(\\d+)");
    private static final int OCTETS = 10;

    /** The digits under a name; empty if the name means something else. */
    Optional<String> of(String name) {
        Matcher kind = KIND.matcher(name);
        if (kind.matches()) {
            return Optional.of(of(kind.group(1), Integer.parseInt(kind.group(2))));
        }
        return switch (name) {
            case "uuid" -> Optional.of(fingerprint.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12}).*", "$1-$2-$3-$4-$5"));
            case "mac" -> Optional.of(fingerprint.replaceFirst("(..)(..)(..)(..)(..).*", "0a:$1:$2:$3:$4:$5"));
            default -> Optional.empty();
        };
    }

    private String of(String kind, int count) {
        return switch (kind) {
            case "hex" -> fingerprint.substring(0, count);
            case "HEX" -> fingerprint.substring(0, count).toUpperCase(Locale.ROOT);
            case "digits" -> decimal().substring(0, count);
            default -> String.valueOf(octet(count));
        };
    }

    private String decimal() {
        return "1" + String.format("%077d", new BigInteger(fingerprint, 16)).substring(1);
    }

    private int octet(int number) {
        int start = OCTETS + 2 * number;
        return Integer.parseInt(fingerprint.substring(start, start + 2), 16);
    }
}
