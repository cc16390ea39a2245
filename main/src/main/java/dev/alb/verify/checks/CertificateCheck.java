package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Result;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Tls;
import dev.alb.verify.probes.Trust;
import dev.alb.verify.probes.Unreachable;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The certificate is for the domain, is trusted, and lasts for a while. */
final class CertificateCheck implements Check {
    private final Entrance entrance;
    private final Tls tls;
    private final Trust trust;
    private final Duration atLeast;
    private final InstantSource clock;

    /**
     * The check.
     *
     * @param atLeast how long the certificate must last from now on
     */
    CertificateCheck(Entrance entrance, Tls tls, Trust trust, Duration atLeast, InstantSource clock) {
        this.entrance = entrance;
        this.tls = tls;
        this.trust = trust;
        this.atLeast = atLeast;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "certificate";
    }

    @Override
    public String claim() {
        return "The certificate is valid";
    }

    @Override
    public Result result() throws Unreachable {
        List<X509Certificate> chain = tls.certificates(entrance);
        X509Certificate own = chain.get(0);
        CertificateNames names = CertificateNames.of(own);
        List<String> wrong = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        if (!names.fit(entrance.domain())) {
            wrong.add("is for " + names + ", not for " + entrance.domain());
            remedies.add(
                    "Name a certificate for " + entrance.domain() + " in tls.certificate_arn, or have one requested.");
        }
        Instant now = clock.instant();
        boolean isValidNow = timing(chain, now, wrong, remedies);
        if (isValidNow) {
            trust.objection(chain).ifPresent(why -> {
                wrong.add("isn't trusted (" + why + ")");
                remedies.add(
                        "Use one of ACM or of a public authority; for an authority of your own, name its certificate with"
                                + " --ca.");
            });
        }
        return wrong.isEmpty()
                ? Result.passed("It is for " + entrance.domain() + ", trusted, and valid until " + day(own) + ".")
                : Result.failed("The certificate " + String.join(", and ", wrong) + ".")
                        .withRemedies(remedies);
    }

    /** Whether it is a valid one today. */
    private boolean timing(List<X509Certificate> chain, Instant now, List<String> wrong, List<String> remedies) {
        for (X509Certificate certificate : chain) {
            Instant end = certificate.getNotAfter().toInstant();
            String whose = certificate == chain.get(0) ? "" : "has an authority above it that ";
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                wrong.add(whose + "isn't valid yet");
                remedies.add("Look at the clock of this machine; a new certificate is valid at once.");
                return false;
            }
            if (!now.isBefore(end)) {
                wrong.add(whose + "expired on " + day(certificate));
                remedies.add(renewal());
                return false;
            }
            if (end.isBefore(now.plus(atLeast))) {
                wrong.add(whose + "expires on " + day(certificate) + ", in less than " + atLeast.toDays() + " days");
                remedies.add(renewal());
                return true;
            }
        }
        return true;
    }

    private static String renewal() {
        return "Renew it: ACM does so by itself while the DNS record that validates it stands; an imported one is renewed by you.";
    }

    private static LocalDate day(X509Certificate certificate) {
        return LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC);
    }
}
