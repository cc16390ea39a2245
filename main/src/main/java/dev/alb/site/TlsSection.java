package dev.alb.site;

import dev.alb.certificates.CertificateAttributes;
import dev.alb.listeners.TrustStoreAttributes;
import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;
import dev.alb.site.binding.Except;
import dev.alb.site.binding.Overlay;
import dev.alb.terraform.Checks;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how browsers reach the site by HTTPS.
 *
 * @param enabled {@code false} for plain HTTP
 * @param redirectHttp whether an HTTP listener sends everybody to HTTPS; {@code false} for no HTTP listener at all
 * @param certificateArn a certificate that exists
 * @param request a certificate to be requested, validated through a Route 53 zone
 * @param additionalCertificateArns further certificates for other hosts, by names of one's own
 * @param clientCertificates the certificates that browsers have to show
 */
public record TlsSection(
        @Default("true") @Doc("false for plain HTTP, which sends passwords in clear text.")
        boolean enabled,

        @Default("true") @Doc("Whether port 80 redirects to HTTPS; false for no port 80 at all.")
        boolean redirectHttp,

        @Doc("ARN of the certificate for the domain, in the same region.") @Nullable
        String certificateArn,

        @Doc("Have a certificate issued and validated through a Route 53 zone.") @Nullable
        CertificateRequest request,

        @Default("{}") @Doc("Certificates for further hosts (SNI), each under a name of your own.")
        Map<String, String> additionalCertificateArns,

        @Doc("Ask browsers for a certificate of their own (mutual TLS).") @Nullable
        ClientCertificates clientCertificates) {
    private static final Pattern CERTIFICATE = Pattern.compile("arn:aws[a-z-]*:(acm|iam):[^:]*:[^:]*:.+");
    private static final String RULE = "be the ARN of a certificate in ACM or IAM";
    private static final String FIX = "Copy it from the certificate's page.";

    /**
     * A certificate that is requested.
     *
     * @param zoneId the hosted zone of the domain
     * @param certificate what is changed on it
     */
    public record CertificateRequest(
            @Doc("Id of the Route 53 zone that holds the domain.")
            String zoneId,

            @Except(
                    value = {"domain_name", "validation_method"},
                    because = "The certificate is for the site's domain and is validated through the zone.")
            @Doc("Any attribute of aws_acm_certificate.")
            Overlay<CertificateAttributes> certificate) {}

    /**
     * What browsers have to show.
     *
     * @param trustStore the authorities that are trusted
     * @param revocations lists of certificates that are not valid any more, by names of one's own
     */
    public record ClientCertificates(
            @Doc("Attributes of the aws_lb_trust_store.") TrustStoreAttributes trustStore,

            @Default("{}") @Doc("Revocation lists in S3, each under a name of your own.")
            Map<String, Revocations> revocations) {}

    /**
     * A list of revoked certificates in S3.
     *
     * @param bucket where it is
     * @param key what it is called there
     */
    public record Revocations(
            @Doc("Bucket of the list.") String bucket,
            @Doc("Key of the list.") String key) {}

    /** Checks that there is at most one certificate, and none where TLS is off. */
    public TlsSection {
        Checks checks = Checks.of("tls")
                .notBoth("certificate_arn", certificateArn, "request", request)
                .require(
                        enabled
                                || certificateArn == null
                                        && request == null
                                        && additionalCertificateArns.isEmpty()
                                        && clientCertificates == null,
                        "",
                        "have no certificate when enabled is false",
                        "one",
                        "Leave the certificates out, or leave out enabled.")
                .matches("certificate_arn", certificateArn, CERTIFICATE, RULE, FIX);
        additionalCertificateArns.forEach(
                (name, arn) -> checks.matches("additional_certificate_arns." + name, arn, CERTIFICATE, RULE, FIX));
        checks.done();
    }

    /** Whether a certificate is named or requested. */
    public boolean hasCertificate() {
        return certificateArn != null || request != null;
    }

    /** Whether there is a listener on HTTP. */
    public boolean hasHttpListener() {
        return !enabled || redirectHttp;
    }
}
