package dev.alb.sandbox.services;

import java.util.List;

/** AWS Certificate Manager. */
final class Certificates {
    static final List<Behavior> BEHAVIORS =
            List.of(Behavior.of("aws_acm_certificate").answer(change -> CertificateDomains.apply(change.object())));

    private Certificates() {}
}
