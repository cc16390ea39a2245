package dev.alb.confluence;

import dev.alb.listeners.MutualAuthentication;
import dev.alb.listeners.TrustStore;
import dev.alb.site.TlsSection.ClientCertificates;
import org.jspecify.annotations.Nullable;

/** The certificates that browsers have to show, where the site asks for them. */
final class ClientTrust {
    private ClientTrust() {}

    static @Nullable MutualAuthentication of(Plan plan) {
        ClientCertificates section = plan.site().tls().clientCertificates();
        if (section == null) {
            return null;
        }
        TrustStore store = plan.made(
                "tls.client_certificates.trust_store", new TrustStore(plan.stack(), "clients", section.trustStore()));
        section.revocations()
                .forEach((name, list) -> plan.made(
                        "tls.client_certificates.revocations." + name,
                        store.addRevocation(name, list.bucket(), list.key())));
        return MutualAuthentication.verify(store.arn());
    }
}
