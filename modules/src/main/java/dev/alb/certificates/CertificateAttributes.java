package dev.alb.certificates;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set on a certificate that AWS issues, in the names of {@code aws_acm_certificate}.
 *
 * <p>Begin with {@link #forDomain} or {@link #issuedBy}. A certificate with a private key of your own has no place here:
 * the key would stand in Terraform's files and state for everybody who can read them. Import it into AWS Certificate
 * Manager by hand and use its ARN.
 *
 * @param domainName the name that clients use, at most 64 characters; the star of a wildcard is its first label
 * @param subjectAlternativeNames further names, at most 253 characters each; AWS's quota is 10 names in all, which AWS
 *     raises to 100 on request
 * @param validationMethod how the names are proven to be yours; {@code null} for a private authority
 * @param keyAlgorithm default {@link KeyAlgorithm#RSA_2048}
 * @param options public logging and the export of the key
 * @param certificateAuthorityArn a private authority of yours; instead of {@code validationMethod}
 * @param earlyRenewalDuration how long before its end Terraform renews it; for a private authority only
 * @param region another region than the provider's; it must be the load balancer's
 * @param tags at most 50
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html">AWS:
 *     characteristics of certificates</a>
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html">AWS: quotas</a>
 */
@ResourceAttributes
public record CertificateAttributes(
        String domainName,
        @Nullable List<String> subjectAlternativeNames,
        @Nullable ValidationMethod validationMethod,
        @Nullable KeyAlgorithm keyAlgorithm,
        @Nullable CertificateOptions options,
        @Nullable String certificateAuthorityArn,
        @Nullable EarlyRenewal earlyRenewalDuration,
        @Nullable String region,
        @Nullable Map<String, String> tags)
        implements CertificateAttributesBuilder.With {
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:\\*\\.)?(?:(?!-)[A-Za-z0-9-]{1,63}(?<!-)\\.)+(?!-)(?=.*[A-Za-z])[A-Za-z0-9-]{2,63}(?<!-)");
    private static final String DOMAIN_RULE =
            "be a domain name such as wiki.example.com, with a star only as its whole first label and no dot at its end";
    private static final String DOMAIN_FIX = "Write it as in \"wiki.example.com\" or \"*.example.com\".";
    private static final int LONGEST_COMMON_NAME = 64;
    private static final int LONGEST_NAME = 253;
    private static final int MOST_NAMES = 100;

    /** Checks the names, and what goes together. */
    public CertificateAttributes {
        subjectAlternativeNames = Attributes.copyOf(subjectAlternativeNames);
        tags = tags == null ? null : Map.copyOf(tags);
        List<String> names = join(domainName, subjectAlternativeNames);
        Checks checks = Checks.of("certificate")
                .length("domain_name", domainName, 1, LONGEST_COMMON_NAME)
                .matches("domain_name", domainName, DOMAIN, DOMAIN_RULE, DOMAIN_FIX);
        for (int i = 1; i < names.size(); i++) {
            String path = "subject_alternative_names[" + (i - 1) + "]";
            checks.length(path, names.get(i), 1, LONGEST_NAME)
                    .matches(path, names.get(i), DOMAIN, DOMAIN_RULE, DOMAIN_FIX);
        }
        checks.distinct("subject_alternative_names", names)
                .atMost("subject_alternative_names", names, MOST_NAMES, "names, the domain name included")
                .arn("certificate_authority_arn", certificateAuthorityArn, "acm-pca")
                .require(
                        (validationMethod == null) != (certificateAuthorityArn == null),
                        "validation_method",
                        "be given, or certificate_authority_arn instead of it",
                        validationMethod == null ? "neither" : "both",
                        "Begin with forDomain for a public certificate, with issuedBy for one of a private authority.")
                .require(
                        earlyRenewalDuration == null || certificateAuthorityArn != null,
                        "early_renewal_duration",
                        "be given for a certificate of a private authority only",
                        "one without certificate_authority_arn",
                        "Leave it out: AWS renews a public certificate by itself.")
                .atMost("tags", tags, 50)
                .done();
    }

    /** A public certificate for a domain of yours, proven by a record in its zone. */
    public static CertificateAttributes forDomain(String domainName) {
        return CertificateAttributesBuilder.builder()
                .domainName(domainName)
                .validationMethod(ValidationMethod.DNS)
                .build();
    }

    /** A certificate of a private authority, which only clients trust that know the authority. */
    public static CertificateAttributes issuedBy(String certificateAuthorityArn, String domainName) {
        return CertificateAttributesBuilder.builder()
                .domainName(domainName)
                .certificateAuthorityArn(certificateAuthorityArn)
                .build();
    }

    /** All names on it: the domain name and the further ones. */
    public CertificateNames names() {
        return new CertificateNames(join(domainName, subjectAlternativeNames));
    }

    private static List<String> join(String domainName, @Nullable List<String> others) {
        List<String> names = new ArrayList<>();
        names.add(domainName);
        names.addAll(others == null ? List.of() : others);
        return names;
    }
}
