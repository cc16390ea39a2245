package dev.alb.verify.checks;

import static dev.alb.verify.checks.Answers.HTTPS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.verify.Seen;
import dev.alb.verify.TlsRange;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Tls;
import dev.alb.verify.probes.TlsVersion;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions of TLS that a listener takes, compared with its policy. */
class TlsVersionsCheckTest {
    private static final String RECOMMENDED = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /** A server that takes some versions. */
    private record Taking(Set<TlsVersion> versions) implements Tls {

        @Override
        public boolean takes(Entrance entrance, TlsVersion version) {
            return versions.contains(version);
        }

        @Override
        public List<X509Certificate> certificates(Entrance entrance) {
            return List.of();
        }
    }

    private static TlsVersionsCheck check(String policy, TlsVersion... taken) {
        Optional<TlsRange> range = policy.isEmpty() ? Optional.empty() : Optional.of(TlsRange.ofPolicy(policy));
        return new TlsVersionsCheck(HTTPS, range, new Taking(Set.of(taken)));
    }

    @Test
    void what_the_policy_says_is_well() throws Exception {
        Seen.passes(
                check(RECOMMENDED, TlsVersion.TLS_1_2, TlsVersion.TLS_1_3),
                "TLS 1.2 and 1.3, and not 1.0 and 1.1, as " + RECOMMENDED + " says.");
    }

    @Test
    void too_many_and_too_few_are_told_together() throws Exception {
        Seen.fails(
                check(RECOMMENDED, TlsVersion.TLS_1_1, TlsVersion.TLS_1_2),
                "TLS 1.1 is taken and must be refused; TLS 1.3 is refused and must be taken, by " + RECOMMENDED + ".",
                "Look at ssl_policy");
    }

    @Test
    void somebody_elses_listener_must_refuse_what_is_broken() throws Exception {
        Seen.passes(check("", TlsVersion.TLS_1_2), "TLS 1.2, and nothing older.");
        Seen.fails(
                check("", TlsVersion.TLS_1_0, TlsVersion.TLS_1_2),
                "TLS 1.0 is taken, which RFC 8996 forbids.",
                "ask its owner");
        Seen.fails(check(""), "No version of TLS is taken.", "its owner");
    }

    @ParameterizedTest
    @CsvSource({
        "ELBSecurityPolicy-2016-08, 1.0, 1.2",
        "ELBSecurityPolicy-FS-2018-06, 1.0, 1.2",
        "ELBSecurityPolicy-FS-1-1-2019-08, 1.1, 1.2",
        "ELBSecurityPolicy-FS-1-2-Res-2020-10, 1.2, 1.2",
        "ELBSecurityPolicy-TLS-1-2-Ext-2018-06, 1.2, 1.2",
        "ELBSecurityPolicy-TLS13-1-0-2021-06, 1.0, 1.3",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, 1.2, 1.3",
        "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09, 1.3, 1.3"
    })
    void the_name_of_a_policy_tells_its_versions(String name, String lowest, String highest) {
        TlsRange range = TlsRange.ofPolicy(name);
        assertEquals(lowest + " to " + highest, range.lowest() + " to " + range.highest());
    }
}
