package dev.alb.certificates;

import static dev.alb.certificates.CertificateAttributes.forDomain;
import static dev.alb.certificates.CertificateAttributes.issuedBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateAttributesTest {
    private static final String AUTHORITY =
            "arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/11111111-2222-3333-4444-555555555555";
    private static final String TOKEN = "${TfToken[TOKEN.7]}";

    @Test
    void asks_for_a_public_certificate_that_is_proven_by_dns() {
        assertEquals(
                Map.of("domain_name", "wiki.example.com", "validation_method", "DNS"),
                Attributes.of(forDomain("wiki.example.com")));
    }

    @Test
    void renders_every_attribute_by_terraforms_names() {
        CertificateAttributes attributes = issuedBy(AUTHORITY, "wiki.example.com")
                .withSubjectAlternativeNames(List.of("docs.example.com"))
                .withKeyAlgorithm(KeyAlgorithm.EC_PRIME256V1)
                .withOptions(new CertificateOptions(Preference.DISABLED, Preference.ENABLED))
                .withEarlyRenewalDuration(EarlyRenewal.before(Duration.ofDays(30)))
                .withRegion("eu-central-1")
                .withTags(Map.of("team", "wiki"));
        assertEquals(
                Map.of(
                        "domain_name",
                        "wiki.example.com",
                        "subject_alternative_names",
                        List.of("docs.example.com"),
                        "key_algorithm",
                        "EC_prime256v1",
                        "options",
                        Map.of(
                                "certificate_transparency_logging_preference", "DISABLED",
                                "export", "ENABLED"),
                        "certificate_authority_arn",
                        AUTHORITY,
                        "early_renewal_duration",
                        "2592000s",
                        "region",
                        "eu-central-1",
                        "tags",
                        Map.of("team", "wiki")),
                Attributes.of(attributes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.com", "*.example.com", "a-b.example.co.uk", "xn--bcher-kva.example", "WIKI.example.com"
            })
    void takes_domain_names(String name) {
        assertEquals(name, forDomain(name).domainName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wiki",
                "wiki.example.com.",
                "wiki.*.example.com",
                "w*.example.com",
                "*.*.example.com",
                "-wiki.example.com",
                "wiki-.example.com",
                "wiki..example.com",
                "wiki_1.example.com",
                "https://wiki.example.com",
                "wiki.example.com:443",
                "192.0.2.10",
                "*.com."
            })
    void refuses_what_is_no_domain_name(String name) {
        Refused.with("""
                domain_name must be a domain name such as wiki.example.com, with a star only as its whole first label and \
                no dot at its end, got "%s"
                  Write it as in "wiki.example.com" or "*.example.com".
                """.formatted(name), () -> forDomain(name));
    }

    @Test
    void refuses_a_domain_name_that_is_too_long_to_be_the_common_name() {
        String name = "a".repeat(53) + ".example.com";
        Refused.with(
                "domain_name must have 1 to 64 characters, got \"" + name + "\" (65)\n  Give a text of that length.",
                () -> forDomain(name));
    }

    @Test
    void takes_a_further_name_that_is_longer_than_the_common_name() {
        String name = "a".repeat(53) + ".example.com";
        assertEquals(
                List.of("example.com", name),
                forDomain("example.com")
                        .withSubjectAlternativeNames(List.of(name))
                        .names()
                        .names());
    }

    @Test
    void says_which_further_name_is_wrong() {
        String tooLong = (("a".repeat(62) + ".").repeat(4)) + "com";
        Refused.with(
                """
                subject_alternative_names[1] must be a domain name such as wiki.example.com, with a star only as its whole \
                first label and no dot at its end, got "docs"
                  Write it as in "wiki.example.com" or "*.example.com".
                subject_alternative_names[2] must have 1 to 253 characters, got "%s" (255)
                  Give a text of that length.
                """.formatted(tooLong),
                () -> forDomain("example.com")
                        .withSubjectAlternativeNames(List.of("docs.example.com", "docs", tooLong)));
    }

    @Test
    void refuses_a_name_twice_however_it_is_written() {
        Refused.with(
                "subject_alternative_names must name each one once, got \"WIKI.example.com\"\n"
                        + "  Take the repeated one out.",
                () -> forDomain("wiki.example.com").withSubjectAlternativeNames(List.of("WIKI.example.com")));
    }

    @Test
    void refuses_more_names_than_aws_ever_takes() {
        List<String> names =
                IntStream.range(0, 100).mapToObj(i -> "w" + i + ".example.com").toList();
        Refused.with(
                "subject_alternative_names must have at most 100 names, the domain name included, got 101\n"
                        + "  Leave out some, or split them up.",
                () -> forDomain("example.com").withSubjectAlternativeNames(names));
    }

    @Test
    void wants_one_way_to_be_issued() {
        String fix = "\n  Begin with forDomain for a public certificate, with issuedBy for one of a private authority.";
        String rule = "validation_method must be given, or certificate_authority_arn instead of it, got ";
        Refused.with(rule + "neither" + fix, () -> forDomain("example.com").withValidationMethod(null));
        Refused.with(rule + "both" + fix, () -> forDomain("example.com").withCertificateAuthorityArn(AUTHORITY));
    }

    @Test
    void refuses_the_arn_of_something_that_is_no_authority() {
        Refused.with(
                "certificate_authority_arn must be an ARN that begins with arn:aws:acm-pca:, got \"arn:aws:acm:x\"\n"
                        + "  Copy the ARN from the AWS console, or pass an attribute.",
                () -> issuedBy("arn:aws:acm:x", "example.com"));
    }

    @Test
    void renews_only_certificates_of_a_private_authority_early() {
        Refused.with(
                "early_renewal_duration must be given for a certificate of a private authority only, got one without "
                        + "certificate_authority_arn\n  Leave it out: AWS renews a public certificate by itself.",
                () -> forDomain("example.com").withEarlyRenewalDuration(EarlyRenewal.before(Duration.ofDays(30))));
    }

    @Test
    void refuses_an_early_renewal_without_a_time() {
        Refused.with(
                "early_renewal_duration must be between 1 s and 315360000 s, got 0 s\n"
                        + "  Choose whole seconds from 1 to 315360000.",
                () -> EarlyRenewal.before(Duration.ZERO));
    }

    @Test
    void leaves_to_terraform_what_terraform_resolves() {
        assertEquals(
                TOKEN,
                forDomain(TOKEN)
                        .withSubjectAlternativeNames(List.of("docs." + TOKEN))
                        .domainName());
    }
}
