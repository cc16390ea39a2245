package dev.alb.verify.checks;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that a certificate is for.
 *
 * @param all its alternative names; browsers have long stopped to look at the common name
 */
record CertificateNames(List<String> all) {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    static CertificateNames of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
                Object kind = alternative.get(0);
                if (kind.equals(DNS) || kind.equals(ADDRESS)) {
                    names.add(String.valueOf(alternative.get(1)).toLowerCase(Locale.ROOT));
                }
            }
        } catch (CertificateParsingException e) {
            return new CertificateNames(List.of());
        }
        return new CertificateNames(names);
    }

    /** Whether one of them is the host, or has a star for its first part. */
    boolean fit(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        String withStar = dot < 0 ? lower : "*" + lower.substring(dot);
        return all.contains(lower) || all.contains(withStar);
    }

    @Override
    public String toString() {
        return all.isEmpty() ? "no host" : String.join(", ", all);
    }
}
