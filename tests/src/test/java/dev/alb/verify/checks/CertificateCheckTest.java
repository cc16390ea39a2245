package dev.alb.verify.checks;

import static dev.alb.verify.checks.Answers.HTTPS;

import dev.alb.verify.Seen;
import dev.alb.verify.TestCertificate;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Tls;
import dev.alb.verify.probes.TlsVersion;
import dev.alb.verify.probes.Trust;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What makes a certificate a good one. */
class CertificateCheckTest {
    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-06-30T12:00:00Z");
    private static final Trust ANYBODY = chain -> Optional.empty();

    private static CertificateCheck check(String now, Trust trust, String... hosts) {
        X509Certificate shown = AUTHORITY.forHosts(BEGIN, END, hosts).certificate();
        Tls tls = new Tls() {
            @Override
            public boolean takes(Entrance entrance, TlsVersion version) {
                return true;
            }

            @Override
            public List<X509Certificate> certificates(Entrance entrance) {
                return List.of(shown);
            }
        };
        InstantSource clock = InstantSource.fixed(Instant.parse(now + "T00:00:00Z"));
        return new CertificateCheck(HTTPS, tls, trust, Duration.ofDays(30), clock);
    }

    @Test
    void one_for_the_domain_or_for_all_beside_it_is_well() throws Exception {
        String text = "It is for wiki.example.com, trusted, and valid until 2026-06-30.";
        Seen.passes(check("2026-03-01", ANYBODY, "wiki.example.com"), text);
        Seen.passes(check("2026-03-01", ANYBODY, "example.com", "*.Example.com"), text);
    }

    @Test
    void one_for_others_is_not() throws Exception {
        Seen.fails(
                check("2026-03-01", ANYBODY, "*.wiki.example.com", "example.com"),
                "The certificate is for *.wiki.example.com, example.com, not for wiki.example.com.",
                "tls.certificate_arn");
    }

    @Test
    void one_that_ends_soon_or_has_ended_or_has_not_begun_is_not() throws Exception {
        Seen.fails(
                check("2026-06-10", ANYBODY, "wiki.example.com"),
                "The certificate expires on 2026-06-30, in less than 30 days.",
                "Renew it");
        Seen.fails(
                check("2026-07-01", ANYBODY, "wiki.example.com"), "The certificate expired on 2026-06-30.", "Renew it");
        Seen.fails(check("2025-12-31", ANYBODY, "wiki.example.com"), "The certificate isn't valid yet.", "clock");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws Exception {
        Seen.fails(
                check("2026-06-10", chain -> Optional.of("nobody knows it"), "other.example.com"),
                "The certificate is for other.example.com, not for wiki.example.com, and expires on 2026-06-30, in less than"
                        + " 30 days, and isn't trusted (nobody knows it).",
                "--ca");
    }
}
