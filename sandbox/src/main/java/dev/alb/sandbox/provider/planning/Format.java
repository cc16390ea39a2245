package dev.alb.sandbox.provider.planning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.account.Regions;
import dev.alb.sandbox.values.Value;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text must look like, where a pattern would not say it well. */
enum Format {
    JSON {
        @Override
        @Nullable
        String problem(String value) {
            try {
                JsonNode json = JsonDocuments.parse(value);
                return json.isMissingNode() ? "contains an invalid JSON: unexpected end of JSON input" : null;
            } catch (IllegalArgumentException e) {
                return "contains an invalid JSON: " + e.getMessage();
            }
        }
    },

    /** A network, not an address within it: {@code 10.0.0.0/8}, never {@code 10.0.0.5/8}. */
    NETWORK {
        @Override
        @Nullable
        String problem(String value) {
            String[] parts = value.split("/", 2);
            byte[] address = address(parts[0]);
            if (parts.length != 2 || address == null || !parts[1].matches("\\d{1,3}")) {
                return "\"" + value + "\" is not a valid CIDR block";
            }
            int length = Integer.parseInt(parts[1]);
            int left = address.length * Byte.SIZE - length;
            if (left < 0) {
                return "\"" + value + "\" is not a valid CIDR block";
            }
            BigInteger bits = new BigInteger(1, address);
            BigInteger network = bits.shiftRight(left).shiftLeft(left);
            return network.equals(bits)
                    ? null
                    : "\"" + value + "\" is not a valid CIDR block; did you mean \"" + text(network, address.length)
                            + "/" + length + "\"?";
        }
    },

    /** The name of a load balancer. */
    LOAD_BALANCER_NAME {
        @Override
        @Nullable
        String problem(String value) {
            if (!value.matches("[0-9A-Za-z-]+")) {
                return "must have only alphanumeric characters and hyphens, got \"" + value + "\"";
            }
            if (value.length() > 32) {
                return "cannot be longer than 32 characters: \"" + value + "\"";
            }
            if (value.startsWith("-") || value.endsWith("-")) {
                return "cannot begin or end with a hyphen: \"" + value + "\"";
            }
            return value.startsWith("internal-") ? "cannot begin with \"internal-\": \"" + value + "\"" : null;
        }
    },

    /** 10, 20 or 30 seconds, or whole minutes. */
    ALARM_PERIOD {
        private static final Set<String> SHORT = Set.of("10", "20", "30");

        @Override
        @Nullable
        String problem(String value) {
            boolean minutes = new BigInteger(value).mod(BigInteger.valueOf(60)).signum() == 0;
            return SHORT.contains(value) || minutes ? null : "must be 10, 20, 30 or divisible by 60, got: " + value;
        }
    },

    /** Nothing, or between half a minute and a quarter of an hour. */
    SLOW_START {
        @Override
        @Nullable
        String problem(String value) {
            int seconds = Integer.parseInt(value);
            return seconds == 0 || seconds >= 30 && seconds <= 900
                    ? null
                    : "must be 0 or between 30 and 900 (inclusive), got: " + value;
        }
    },

    /** The name of a region. */
    REGION {
        @Override
        @Nullable
        String problem(String value) {
            return Regions.exists(value) ? null : "must be a region of AWS, got \"" + value + "\"";
        }
    },

    /** An address without a prefix. */
    ADDRESS {
        @Override
        @Nullable
        String problem(String value) {
            return address(value) == null ? "must be an IP address, got \"" + value + "\"" : null;
        }
    };

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    static Format named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Nullable
    abstract String problem(String value);

    /** What is wrong with a known value; null if nothing is. */
    @Nullable
    String problem(Value value) {
        boolean known = value instanceof Value.Text || value instanceof Value.Numeric;
        return known && !value.text().isEmpty() ? problem(value.text()) : null;
    }

    /** Never asks a name server: what is not numeric is no address. */
    static byte @Nullable [] address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static String text(BigInteger network, int size) {
        byte[] padded = new byte[size];
        byte[] bytes = network.toByteArray();
        int count = Math.min(size, bytes.length);
        System.arraycopy(bytes, bytes.length - count, padded, size - count, count);
        try {
            return withoutZeros(InetAddress.getByAddress(padded).getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }

    /** The longest run of zeros of an IPv6 address is left out; in a network that is the last one. */
    private static String withoutZeros(String address) {
        return address.contains(":") ? address.replaceFirst("(^|:)0(:0)+$", "::") : address;
    }
}
