package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.SimulatedAws.id;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static dev.alb.sandbox.services.SimulatedAws.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Certificate Manager says about certificates, and when it issues them. */
class CertificatesTest {
    private static final String TYPE = "aws_acm_certificate";
    private static final String VALIDATION = "aws_acm_certificate_validation";
    private static final String REQUEST =
            "requesting ACM Certificate (wiki.example.com): operation error ACM:" + " RequestCertificate, ";

    private final SimulatedAws aws = new SimulatedAws();

    @Test
    void a_certificate_waits_for_its_domain_to_be_proved() {
        Value.Mapping certificate = certificate();
        assertEquals("PENDING_VALIDATION", certificate.get("status").text());
        assertEquals("", certificate.get("not_after").text());
        assertEquals("AMAZON_ISSUED", certificate.get("type").text());
    }

    @Test
    void a_domain_in_nobodys_zone_is_taken_for_proved() {
        Value.Mapping certificate = certificate();
        aws.create(VALIDATION, Map.of("certificate_arn", id(certificate)));
        Value.Mapping issued = aws.read(TYPE, certificate);
        assertEquals("ISSUED", issued.get("status").text());
        assertEquals("2027-01-01T23:59:59Z", issued.get("not_after").text());
    }

    @Test
    void a_domain_in_a_zone_of_the_account_needs_its_record() {
        Value.Mapping zone = aws.create("aws_route53_zone", Map.of("name", "example.com"));
        Value.Mapping certificate = certificate();
        String said = refusal(() -> aws.create(VALIDATION, Map.of("certificate_arn", id(certificate))));
        assertTrue(
                said.startsWith("waiting for ACM Certificate (" + id(certificate) + ") to be issued: timeout while"
                        + " waiting for state to become 'ISSUED' (last state: 'PENDING_VALIDATION', timeout:"
                        + " 1h15m0s)\n\nZone " + id(zone) + " (example.com) has no CNAME record _"),
                said);
        assertEquals(List.of(), aws.all(VALIDATION));

        prove(zone, certificate);
        aws.create(VALIDATION, Map.of("certificate_arn", id(certificate)));
        assertEquals("ISSUED", aws.read(TYPE, certificate).get("status").text());
    }

    @Test
    void with_the_time_a_certificate_is_issued_even_if_nobody_waits() {
        Value.Mapping zone = aws.create("aws_route53_zone", Map.of("name", "example.com"));
        Value.Mapping certificate = certificate();
        assertEquals(
                "PENDING_VALIDATION", aws.read(TYPE, certificate).get("status").text());
        prove(zone, certificate);
        assertEquals("ISSUED", aws.read(TYPE, certificate).get("status").text());
    }

    @Test
    void the_provider_misses_a_record_that_is_not_named() {
        Value.Mapping certificate = certificate();
        String name = option(certificate).get("resource_record_name").text();
        assertEquals(
                "missing wiki.example.com DNS validation record: " + name.substring(0, name.length() - 1),
                refusal(() -> aws.create(
                        VALIDATION,
                        Map.of("certificate_arn", id(certificate), "validation_record_fqdns", List.of("other")))));
    }

    @Test
    void a_certificate_that_is_gone_cannot_be_waited_for() {
        Value.Mapping certificate = certificate();
        aws.delete(TYPE, certificate);
        assertEquals(
                "reading ACM Certificate (" + id(certificate) + "): couldn't find resource",
                refusal(() -> aws.create(VALIDATION, Map.of("certificate_arn", id(certificate)))));
    }

    @Test
    void somebody_answers_the_mails() {
        Value.Mapping certificate =
                aws.create(TYPE, Map.of("domain_name", "wiki.example.com", "validation_method", "EMAIL"));
        assertEquals(
                "[admin@wiki.example.com, administrator@wiki.example.com, hostmaster@wiki.example.com,"
                        + " postmaster@wiki.example.com, webmaster@wiki.example.com]",
                certificate.get("validation_emails").text());
        assertEquals(
                "validation_record_fqdns is not valid for EMAIL validation",
                refusal(() -> aws.create(
                        VALIDATION,
                        Map.of("certificate_arn", id(certificate), "validation_record_fqdns", List.of("a")))));
        aws.create(VALIDATION, Map.of("certificate_arn", id(certificate)));
        assertEquals("ISSUED", aws.read(TYPE, certificate).get("status").text());
    }

    @Test
    void ten_domains_are_the_most() {
        List<String> names =
                IntStream.range(0, 10).mapToObj(i -> i + ".example.com").toList();
        assertEquals(
                REQUEST + "exceeded maximum number of attempts, 25, https response error StatusCode: 400, RequestID: …,"
                        + " LimitExceededException: Certificate has too many domains.",
                refusal(() -> aws.create(TYPE, with(request(), "subject_alternative_names", names))));
    }

    @Test
    void a_domain_has_its_form_and_a_way_to_be_proved() {
        String said = refusal(() -> aws.create(TYPE, with(request(), "domain_name", "my_wiki.example.com")));
        assertTrue(
                said.contains("ValidationException: 1 validation error detected: Value 'my_wiki.example.com' at"
                        + " 'domainName' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                        + " ^(\\*\\.)?"),
                said);
        assertEquals(
                "`certificate_authority_arn` or `validation_method` must be set when creating an ACM certificate",
                refusal(() -> aws.create(TYPE, Map.of("domain_name", "wiki.example.com"))));
    }

    @Test
    void a_certificate_in_use_stays() {
        Value.Mapping certificate = certificate();
        aws.declare("aws_lb_listener", Map.of("certificate_arn", id(certificate), "port", 443));
        assertEquals(
                "deleting ACM Certificate (" + id(certificate) + "): operation error ACM: DeleteCertificate, https"
                        + " response error StatusCode: 400, RequestID: …, ResourceInUseException: Certificate "
                        + id(certificate) + " in account 123456789012 is in use.",
                refusal(() -> aws.delete(TYPE, certificate)));
    }

    @Test
    void an_imported_certificate_needs_no_proof() {
        Value.Mapping certificate = aws.create(TYPE, Map.of("private_key", "key", "certificate_body", "body"));
        assertEquals("IMPORTED", certificate.get("type").text());
        assertEquals("ISSUED", certificate.get("status").text());
        assertEquals(
                "ACM Certificate (" + id(certificate) + ") has type IMPORTED, no validation necessary",
                refusal(() -> aws.create(VALIDATION, Map.of("certificate_arn", id(certificate)))));
    }

    private Value.Mapping certificate() {
        return aws.create(TYPE, request());
    }

    private static Map<String, Object> request() {
        return Map.of("domain_name", "wiki.example.com", "validation_method", "DNS");
    }

    private void prove(Value.Mapping zone, Value.Mapping certificate) {
        Value.Mapping record = option(certificate);
        aws.create(
                "aws_route53_record",
                Map.of(
                        "zone_id",
                        id(zone),
                        "name",
                        record.get("resource_record_name").text(),
                        "type",
                        "CNAME",
                        "ttl",
                        60,
                        "records",
                        List.of(record.get("resource_record_value").text())));
    }

    private static Value.Mapping option(Value.Mapping certificate) {
        return (Value.Mapping)
                certificate.get("domain_validation_options").elements().get(0);
    }
}
