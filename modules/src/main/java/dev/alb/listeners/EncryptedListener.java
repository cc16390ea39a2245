package dev.alb.listeners;

import dev.alb.actions.Actions;
import dev.alb.actions.Redirect;
import dev.alb.terraform.Checks;
import org.jspecify.annotations.Nullable;

/** What must hold for a listener on HTTPS. */
final class EncryptedListener {
    private EncryptedListener() {}

    static void check(
            Checks checks, @Nullable TlsPolicy policy, @Nullable String certificateArn, Actions defaultAction) {
        checks.present(
                        "ssl_policy",
                        policy,
                        "Give one, such as the recommended one: without a policy AWS would allow TLS 1.0.")
                .present("certificate_arn", certificateArn, "Name a certificate for the host that clients use.");
        CertificateArn.check(checks, certificateArn)
                .require(
                        defaultAction.redirect().filter(Redirect::leadsToHttp).isEmpty(),
                        "default_action.redirect.protocol",
                        "not be HTTP on an HTTPS listener",
                        "HTTP",
                        "Stay on HTTPS: AWS refuses the way back to HTTP.");
    }
}
