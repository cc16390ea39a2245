package dev.alb.review.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.listeners.TlsPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS's security policies take, held against one another. */
class TlsStrengthTest {
    private static final String PREFIX = "ELBSecurityPolicy-";

    private static TlsStrength policy(String name) {
        return TlsStrength.of(PREFIX + name).orElseThrow(() -> new AssertionError(name + " must be known"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLS13-1-3-2021-06 | TLS13-1-2-Res-2021-06 | it takes TLS 1.2",
                "TLS13-1-2-Res-2021-06 | TLS13-1-2-2021-06 | it takes ciphers in CBC mode",
                "TLS13-1-2-2021-06 | TLS13-1-2-Ext1-2021-06 | it takes ciphers without forward secrecy",
                "TLS13-1-2-FIPS-2023-04 | TLS13-1-2-Ext0-FIPS-2023-04 | it takes ciphers with SHA-1",
                "TLS13-1-2-Ext1-2021-06 | TLS13-1-2-Ext2-2021-06 | it takes ciphers with SHA-1",
                "TLS13-1-2-RFC9151-FIPS-2023-07 | TLS13-1-2-Ext0-RFC9151-FIPS-2023-07 | it takes ciphers without forward secrecy",
                "TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07 | TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07 | it takes ciphers in CBC mode",
                "FS-1-2-Res-2020-10 | FS-1-2-Res-2019-08 | it takes ciphers in CBC mode",
                "TLS-1-2-2017-01 | TLS-1-2-Ext-2018-06 | it takes ciphers with SHA-1",
                "TLS13-1-2-2021-06 | FS-1-2-Res-2019-08 | it no longer takes TLS 1.3",
                "2016-08 | TLS-1-0-2015-04 | it takes triple DES",
            })
    void a_policy_is_weaker_than_another_by_what_it_takes_besides(String strong, String weak, String why) {
        assertEquals(List.of(why), policy(weak).weakerThan(policy(strong)));
        assertEquals(
                List.of(),
                policy(strong).weakerThan(policy(weak)).stream()
                        .filter(reason -> !reason.startsWith("it no longer"))
                        .toList());
    }

    @Test
    void a_policy_with_keys_for_quantum_computers_takes_what_its_namesake_takes() {
        for (String name : List.of("TLS13-1-3-%s", "TLS13-1-2-Res-%s", "TLS13-1-2-%s", "TLS13-1-2-Ext2-%s")) {
            TlsStrength quantum = policy(name.formatted("PQ-2025-09"));
            TlsStrength namesake = policy(name.formatted("2021-06"));
            assertEquals(List.of(), quantum.weakerThan(namesake));
            assertEquals(List.of(), namesake.weakerThan(quantum));
            assertEquals(List.of(true, false), List.of(quantum.isPostQuantum(), namesake.isPostQuantum()));
        }
    }

    @Test
    void each_policy_that_a_site_can_choose_is_known() {
        assertEquals(
                List.of(),
                Stream.of(
                                TlsPolicy.RECOMMENDED,
                                TlsPolicy.RECOMMENDED_FIPS,
                                TlsPolicy.TLS_1_3,
                                TlsPolicy.TLS_1_3_FIPS,
                                TlsPolicy.TLS_1_2_RESTRICTED)
                        .map(TlsPolicy::name)
                        .filter(name -> TlsStrength.of(name).isEmpty())
                        .toList());
        assertEquals(Optional.empty(), TlsStrength.of(PREFIX + "2099-01"));
    }
}
