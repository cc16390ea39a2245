package dev.alb.certificates;

import java.util.List;
import java.util.Locale;

/**
 * The names on a certificate, and which hosts a browser accepts it for.
 *
 * @param names domain names; {@code *.example.com} stands for one label in place of the star
 */
public record CertificateNames(List<String> names) {
    private static final String WILDCARD = "*.";

    /** Keeps a copy of the names. */
    public CertificateNames {
        names = List.copyOf(names);
    }

    /** The names in any order. */
    public static CertificateNames of(String... names) {
        return new CertificateNames(List.of(names));
    }

    /**
     * Whether one of the names is the host's, or a wildcard that stands for it.
     *
     * <p>{@code *.example.com} covers {@code wiki.example.com}, but neither {@code example.com} nor
     * {@code a.wiki.example.com}.
     *
     * @param host a host without a port; upper and lower case are the same
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9525#section-6.3">RFC 9525: matching the DNS domain name</a>
     */
    public boolean covers(String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(name -> matches(name, wanted));
    }

    private static boolean matches(String name, String host) {
        return name.equals(host) || (name.startsWith(WILDCARD) && name.equals(WILDCARD + withoutFirstLabel(host)));
    }

    private static String withoutFirstLabel(String host) {
        int dot = host.indexOf('.');
        return dot < 1 ? "" : host.substring(dot + 1);
    }
}
