package dev.alb.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Refused;
import dev.alb.terraform.Timeouts;
import dev.alb.terraform.Violation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class CertificateTest {
    private static final String ZONE = "Z0123456789ABC";
    private static final String AUTHORITY = "arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1";

    private final TerraformStack stack = new TerraformStack(Testing.app(), "network");

    @Test
    void is_replaced_before_it_is_destroyed() {
        new Certificate(stack, "wiki", CertificateAttributes.forDomain("wiki.example.com"));
        SynthesizedStack.of(stack).resource("aws_acm_certificate", "wiki").hasExactly("""
                        {domain_name: 'wiki.example.com', validation_method: 'DNS',
                         lifecycle: {create_before_destroy: true}}
                        """);
    }

    @Test
    void proves_each_name_by_a_record_whose_key_is_the_name() {
        wiki().validateThrough(ZONE);
        SynthesizedStack.of(stack)
                .hasExactly("aws_route53_record", "wiki-validation")
                .resource("aws_route53_record", "wiki-validation")
                .hasExactly("""
                        {for_each: '${{for option in aws_acm_certificate.wiki.domain_validation_options : \
                        option.domain_name => option}}',
                         zone_id: 'Z0123456789ABC',
                         name: '${each.value.resource_record_name}',
                         type: '${each.value.resource_record_type}',
                         records: ['${each.value.resource_record_value}'],
                         ttl: 60,
                         allow_overwrite: true}
                        """);
    }

    @Test
    void waits_until_it_is_issued() {
        wiki().validateThrough(ZONE);
        SynthesizedStack.of(stack)
                .hasExactly("aws_acm_certificate_validation", "wiki-validated")
                .resource("aws_acm_certificate_validation", "wiki-validated")
                .refersTo("certificate_arn", "aws_acm_certificate.wiki.arn")
                .has("validation_record_fqdns", "${[for record in aws_route53_record.wiki-validation : record.fqdn]}")
                .lacks("timeouts");
    }

    @Test
    void waits_as_long_as_it_is_told_in_the_region_of_the_certificate() {
        new Certificate(
                        stack,
                        "wiki",
                        CertificateAttributes.forDomain("wiki.example.com").withRegion("eu-west-1"))
                .validateThrough(ZONE, new Timeouts(Duration.ofMinutes(5), null, null));
        SynthesizedStack.of(stack)
                .resource("aws_acm_certificate_validation", "wiki-validated")
                .has("region", "eu-west-1")
                .has("timeouts.create", "300s");
    }

    @Test
    void gives_its_users_the_arn_that_is_there_only_when_it_is_issued() {
        CertificateValidation validated = wiki().validateThrough(ZONE);
        Certificate user = new Certificate(
                stack,
                "user",
                CertificateAttributes.forDomain("user.example.com").withRegion(validated.certificateArn()));
        SynthesizedStack.of(stack)
                .resource("aws_acm_certificate", "user")
                .refersTo("region", "aws_acm_certificate_validation.wiki-validated.certificate_arn");
        assertEquals("aws_acm_certificate.user", user.address());
    }

    @Test
    void names_its_records_by_its_own_address_deeper_in_the_tree() {
        Certificate certificate = new Certificate(
                new Construct(stack, "site"), "wiki", CertificateAttributes.forDomain("wiki.example.com"));
        certificate.validateThrough(ZONE);
        SynthesizedStack.of(stack)
                .resource("aws_route53_record")
                .has(
                        "for_each",
                        "${{for option in " + certificate.address()
                                + ".domain_validation_options : option.domain_name => option}}");
    }

    @Test
    void needs_the_id_of_a_zone() {
        Certificate certificate = wiki();
        Refused.with(
                "zone_id must be the id of a Route 53 zone, such as Z0123456789ABC, got \"/hostedzone/Z1\"\n"
                        + "  Copy the id that begins with Z, without /hostedzone/ in front.",
                () -> certificate.validateThrough("/hostedzone/Z1"));
    }

    @Test
    void is_not_validated_when_a_private_authority_issues_it() {
        Certificate certificate =
                new Certificate(stack, "wiki", CertificateAttributes.issuedBy(AUTHORITY, "wiki.example.com"));
        Refused.with(
                "validation_method must be DNS for a validation through a zone, got nothing\n"
                        + "  Use arn() instead: a private authority issues the certificate at once.",
                () -> certificate.validateThrough(ZONE));
    }

    @Test
    void takes_no_time_for_what_a_validation_does_not_do() {
        Certificate certificate = wiki();
        Refused.with(
                "timeouts must name no other operation than create, got delete\n  Leave out the other.",
                () -> certificate.validateThrough(ZONE, new Timeouts(null, null, Duration.ofMinutes(5))));
    }

    @Test
    void warns_of_more_names_than_aws_takes_unasked() {
        certificateWithNames("ten", 10);
        assertEquals(List.of(), Inventory.of(stack).violations());
        certificateWithNames("eleven", 11);
        assertEquals(
                List.of(Violation.at(
                                "aws_acm_certificate.eleven",
                                "subject_alternative_names",
                                "stay within AWS's usual quota of 10 names, the domain name included",
                                "11 names",
                                "Use a wildcard or a second certificate, unless AWS has raised the quota for your "
                                        + "account.")
                        .asWarning()),
                Inventory.of(stack).violations());
    }

    private Certificate wiki() {
        return new Certificate(stack, "wiki", CertificateAttributes.forDomain("wiki.example.com"));
    }

    private void certificateWithNames(String id, int count) {
        List<String> further = IntStream.range(1, count)
                .mapToObj(i -> "w" + i + ".example.com")
                .toList();
        new Certificate(
                stack, id, CertificateAttributes.forDomain("example.com").withSubjectAlternativeNames(further));
    }
}
