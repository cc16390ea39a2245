package dev.alb.confluence;

import dev.alb.certificates.Certificate;
import dev.alb.certificates.CertificateAttributes;
import dev.alb.site.Site;
import dev.alb.site.TlsSection.CertificateRequest;

/** The certificate for the domain: an existing one, or one that is requested and validated. */
final class SiteCertificate {
    private SiteCertificate() {}

    /** A reference to it that Terraform resolves once it is valid. */
    static String arn(Plan plan) {
        Site site = plan.site();
        CertificateRequest request = site.tls().request();
        if (request == null) {
            return String.valueOf(site.tls().certificateArn());
        }
        CertificateAttributes attributes = request.certificate().over(CertificateAttributes.forDomain(site.domain()));
        Certificate certificate =
                plan.made("tls.request.certificate", new Certificate(plan.stack(), "certificate", attributes));
        return plan.at("tls.request", () -> certificate.validateThrough(request.zoneId()))
                .certificateArn();
    }
}
