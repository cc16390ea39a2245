package dev.alb.serve.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate with which this machine stands for some hosts.
 *
 * @param name by which logs call it
 * @param hosts the names in it; a star stands for one label
 * @param certificate the certificate
 * @param issuer the certificate of the authority that signed it
 * @param privateKey its key
 */
public record ServerCertificate(
        String name, List<String> hosts, X509Certificate certificate, X509Certificate issuer, PrivateKey privateKey) {
    /** Copies the list. */
    public ServerCertificate {
        hosts = List.copyOf(hosts);
    }

    boolean covers(String host) {
        return hosts.stream().anyMatch(name -> name.equalsIgnoreCase(host) || isWildcardOf(name, host));
    }

    private static boolean isWildcardOf(String name, String host) {
        int dot = host.indexOf('.');
        return name.startsWith("*.") && dot > 0 && host.substring(dot).equalsIgnoreCase(name.substring(1));
    }

    X509Certificate[] chain() {
        return new X509Certificate[] {certificate, issuer};
    }

    /** Names no key. */
    @Override
    public String toString() {
        return name + " for " + hosts;
    }
}
