package dev.alb.verify;

import dev.alb.verify.probes.TlsVersion;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of TLS that a listener takes.
 *
 * @param policy what says so
 * @param lowest the lowest
 * @param highest the highest
 */
public record TlsRange(String policy, TlsVersion lowest, TlsVersion highest) {
    private static final Pattern TLS_1_3 = Pattern.compile("ELBSecurityPolicy-TLS13-1-([0-3])-.+");
    private static final Pattern TLS_1_2 = Pattern.compile("ELBSecurityPolicy-(?:TLS|FS)-1-([12])-.+");

    /** What a security policy of AWS takes, which its name tells; those without numbers take TLS 1.0 to 1.2. */
    public static TlsRange ofPolicy(String name) {
        Matcher newer = TLS_1_3.matcher(name);
        if (newer.matches()) {
            return new TlsRange(name, version(newer.group(1)), TlsVersion.TLS_1_3);
        }
        Matcher older = TLS_1_2.matcher(name);
        return older.matches()
                ? new TlsRange(name, version(older.group(1)), TlsVersion.TLS_1_2)
                : new TlsRange(name, TlsVersion.TLS_1_0, TlsVersion.TLS_1_2);
    }

    private static TlsVersion version(String minor) {
        return TlsVersion.values()[Integer.parseInt(minor)];
    }

    /** Those that must be taken. */
    public List<TlsVersion> taken() {
        return Arrays.stream(TlsVersion.values()).filter(this::takes).toList();
    }

    /** Those that must be refused. */
    public List<TlsVersion> refused() {
        return Arrays.stream(TlsVersion.values())
                .filter(version -> !takes(version))
                .toList();
    }

    private boolean takes(TlsVersion version) {
        return version.compareTo(lowest) >= 0 && version.compareTo(highest) <= 0;
    }
}
