package dev.alb.review.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a security policy of AWS takes.
 *
 * @param name AWS's name
 * @param lowest the lowest version of TLS, such as 1.2
 * @param highest the highest one
 * @param weaknesses C for ciphers in CBC mode, S for SHA-1, R for RSA key exchange, which has no forward secrecy, D for
 *     triple DES
 * @param isPostQuantum whether it takes keys that quantum computers can't break
 */
record TlsStrength(String name, String lowest, String highest, String weaknesses, boolean isPostQuantum) {
    private static final String PREFIX = "ELBSecurityPolicy-";

    /**
     * AWS's tables "protocols by policy" and "ciphers by policy", in one. The policies with INTEROP in their names are as in
     * AWS's library s2n-tls, and those with PQ take the ciphers of the ones without.
     */
    private static final String TABLE = """
            2016-08                         1.0 1.2 CSR
            2015-05                         1.0 1.2 CSR
            TLS-1-0-2015-04                 1.0 1.2 CSRD
            TLS-1-1-2017-01                 1.1 1.2 CSR
            TLS-1-2-2017-01                 1.2 1.2 CR
            TLS-1-2-Ext-2018-06             1.2 1.2 CSR
            FS-2018-06                      1.0 1.2 CS
            FS-1-1-2019-08                  1.1 1.2 CS
            FS-1-2-2019-08                  1.2 1.2 CS
            FS-1-2-Res-2019-08              1.2 1.2 C
            FS-1-2-Res-2020-10              1.2 1.2 -
            TLS13-1-0-2021-06               1.0 1.3 CSR
            TLS13-1-0-PQ-2025-09            1.0 1.3 CSR
            TLS13-1-1-2021-06               1.1 1.3 CSR
            TLS13-1-2-2021-06               1.2 1.3 C
            TLS13-1-2-PQ-2025-09            1.2 1.3 C
            TLS13-1-2-Ext1-2021-06          1.2 1.3 CR
            TLS13-1-2-Ext1-PQ-2025-09       1.2 1.3 CR
            TLS13-1-2-Ext2-2021-06          1.2 1.3 CSR
            TLS13-1-2-Ext2-PQ-2025-09       1.2 1.3 CSR
            TLS13-1-2-Res-2021-06           1.2 1.3 -
            TLS13-1-2-Res-PQ-2025-09        1.2 1.3 -
            TLS13-1-3-2021-06               1.3 1.3 -
            TLS13-1-3-PQ-2025-09            1.3 1.3 -
            TLS13-1-0-FIPS-2023-04          1.0 1.3 CSR
            TLS13-1-0-FIPS-PQ-2025-09       1.0 1.3 CSR
            TLS13-1-1-FIPS-2023-04          1.1 1.3 CSR
            TLS13-1-2-FIPS-2023-04          1.2 1.3 C
            TLS13-1-2-FIPS-PQ-2025-09       1.2 1.3 C
            TLS13-1-2-Ext0-FIPS-2023-04     1.2 1.3 CS
            TLS13-1-2-Ext0-FIPS-PQ-2025-09  1.2 1.3 CS
            TLS13-1-2-Ext1-FIPS-2023-04     1.2 1.3 CR
            TLS13-1-2-Ext1-FIPS-PQ-2025-09  1.2 1.3 CR
            TLS13-1-2-Ext2-FIPS-2023-04     1.2 1.3 CSR
            TLS13-1-2-Ext2-FIPS-PQ-2025-09  1.2 1.3 CSR
            TLS13-1-2-Res-FIPS-2023-04      1.2 1.3 -
            TLS13-1-2-Res-FIPS-PQ-2025-09   1.2 1.3 -
            TLS13-1-3-FIPS-2023-04          1.3 1.3 -
            TLS13-1-3-FIPS-PQ-2025-09       1.3 1.3 -
            TLS13-1-3-RFC9151-FIPS-2023-07           1.3 1.3 -
            TLS13-1-2-RFC9151-FIPS-2023-07           1.2 1.3 -
            TLS13-1-2-Ext0-RFC9151-FIPS-2023-07      1.2 1.3 R
            TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07  1.2 1.3 -
            TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07  1.2 1.3 C
            TLS13-1-2-RFC9151-INTEROP3-FIPS-2023-07  1.2 1.3 CS
            TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07  1.2 1.3 CSR
            TLS13-1-3-CNSA2-INTEROP1-FIPS-PQ-2026-07 1.3 1.3 -
            TLS13-1-2-CNSA2-INTEROP2-FIPS-PQ-2026-07 1.2 1.3 -
            TLS13-1-2-CNSA2-INTEROP3-FIPS-PQ-2026-07 1.2 1.3 CSR
            """;

    private static final Map<String, TlsStrength> POLICIES =
            TABLE.lines().map(TlsStrength::parse).collect(Collectors.toMap(TlsStrength::name, Function.identity()));

    /** A policy by its name; none for one that isn't in the table, of which nothing can be told. */
    static Optional<TlsStrength> of(String name) {
        return Optional.ofNullable(POLICIES.get(name));
    }

    private static TlsStrength parse(String line) {
        String[] columns = line.strip().split(" +");
        return new TlsStrength(
                PREFIX + columns[0], columns[1], columns[2], columns[3].replace("-", ""), columns[0].contains("-PQ-"));
    }

    /** Whether it takes TLS 1.0 or 1.1. */
    boolean isOld() {
        return lowest.compareTo("1.2") < 0;
    }

    /** What an attacker has to break less than with another policy, in words; nothing if it is as strong. */
    List<String> weakerThan(TlsStrength other) {
        List<String> worse = new ArrayList<>();
        if (lowest.compareTo(other.lowest) < 0) {
            worse.add("it takes TLS " + lowest);
        }
        if (highest.compareTo(other.highest) < 0) {
            worse.add("it no longer takes TLS " + other.highest);
        }
        addIf(worse, gains(other, "R"), "it takes ciphers without forward secrecy");
        addIf(worse, gains(other, "S"), "it takes ciphers with SHA-1");
        addIf(worse, gains(other, "C"), "it takes ciphers in CBC mode");
        addIf(worse, gains(other, "D"), "it takes triple DES");
        return worse;
    }

    private boolean gains(TlsStrength other, String weakness) {
        return weaknesses.contains(weakness) && !other.weaknesses.contains(weakness);
    }

    private static void addIf(List<String> list, boolean condition, String text) {
        if (condition) {
            list.add(text);
        }
    }
}
