package dev.alb.serverxml;

import java.util.Set;

/** Whether a Connector speaks TLS exactly where the site file says so, and in a way that its Tomcat knows. */
final class TlsCheck {
    /** Those that Tomcat 10 doesn't take any more. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "ciphers",
            "clientAuth",
            "keyAlias",
            "keyPass",
            "keystoreFile",
            "keystorePass",
            "keystorePassFile",
            "keystoreProvider",
            "keystoreType",
            "SSLCertificateChainFile",
            "SSLCertificateFile",
            "SSLCertificateKeyFile",
            "sslEnabledProtocols",
            "sslProtocol",
            "truststoreFile",
            "truststorePass",
            "truststoreType");

    private TlsCheck() {}

    static void of(SiteNeeds needs, Tomcat tomcat, Tag connector, TagFindings findings) {
        boolean isTls =
                connector.value("SSLEnabled").filter("true"::equalsIgnoreCase).isPresent();
        if (needs.tlsAtTomcat() && !isTls) {
            findings.tell(
                    "SSLEnabled",
                    "be \"true\"",
                    "The load balancer speaks HTTPS with it. Add the certificate, or leave confluence.protocol out of the"
                            + " site file.");
        } else if (!needs.tlsAtTomcat() && isTls) {
            findings.tell(
                    "SSLEnabled",
                    "be left out",
                    "The load balancer speaks HTTP with it. Write confluence.protocol: HTTPS in the site file, or take TLS"
                            + " off this Connector.");
        } else if (isTls && tomcat == Tomcat.V10) {
            connector.attributes().stream()
                    .map(Tag.Attribute::name)
                    .filter(ATTRIBUTES::contains)
                    .forEach(name -> findings.tell(
                            name,
                            "stand in an SSLHostConfig",
                            "Tomcat " + tomcat.number()
                                    + " doesn't know it here. alb server-xml prints where the certificate goes."));
        }
    }
}
