package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The provider's wait for a certificate to be issued: no object of AWS, but a look at one. */
final class CertificateValidations {
    private static final String ARN = "certificate_arn";
    private static final String FQDNS = "validation_record_fqdns";

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of("aws_acm_certificate_validation")
            .create(Call.of(
                    "",
                    new Operation("ACM", "DescribeCertificate", true),
                    CertificateValidations::hasCertificate,
                    CertificateValidations::hasRecords,
                    CertificateValidations::isProved))
            .written(CertificateValidations::issue));

    private CertificateValidations() {}

    private static Optional<AwsObject> certificate(Change change) {
        return Existing.find(change.aws(), Certificates.TYPE, change.text(ARN));
    }

    private static void hasCertificate(Change change) {
        String arn = change.text(ARN);
        AwsObject certificate = certificate(change).orElseThrow(() -> {
            return Refusal.byProvider("reading ACM Certificate (" + arn + "): couldn't find resource");
        });
        String type = certificate.text("type");
        if (!type.isEmpty() && !type.equals("AMAZON_ISSUED")) {
            throw Refusal.byProvider("ACM Certificate (" + arn + ") has type " + type + ", no validation necessary");
        }
    }

    private static void hasRecords(Change change) {
        Value given = change.object().get(FQDNS);
        Value.Mapping certificate = certificate(change).orElseThrow().attributes();
        if (given.elements().isEmpty() || !certificate.entries().containsKey("validation_method")) {
            return;
        }
        if (!Certificates.byDns(certificate)) {
            throw Refusal.byProvider("validation_record_fqdns is not valid for "
                    + certificate.get("validation_method").text() + " validation");
        }
        Map<String, String> missing = wanted(certificate);
        given.elements().forEach(fqdn -> missing.remove(DnsZone.normal(fqdn.text())));
        if (!missing.isEmpty()) {
            throw Refusal.byProvider(missing.entrySet().stream()
                    .map(e -> "missing " + e.getValue() + " DNS validation record: " + e.getKey())
                    .collect(Collectors.joining("\n")));
        }
    }

    /** The names of the records, each with its domain. */
    private static Map<String, String> wanted(Value.Mapping certificate) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Value option : certificate.get("domain_validation_options").elements()) {
            Value.Mapping record = (Value.Mapping) option;
            wanted.put(
                    DnsZone.normal(record.get("resource_record_name").text()),
                    record.get("domain_name").text());
        }
        return wanted;
    }

    /** The provider would wait for more than an hour; here it is said at once, and what is missing. */
    private static void isProved(Change change) {
        Value.Mapping certificate = certificate(change).orElseThrow().attributes();
        CertificateProof proof = CertificateProof.of(certificate, change.aws());
        if (Certificates.isPending(certificate) && !proof.isComplete()) {
            throw Refusal.byProvider(
                    "waiting for ACM Certificate (" + change.text(ARN) + ") to be issued: timeout while"
                            + " waiting for state to become 'ISSUED' (last state: 'PENDING_VALIDATION', timeout: "
                            + Timeout.of(change.object(), "create", "1h15m0s") + ")\n\n"
                            + String.join("\n", proof.missing()));
        }
    }

    private static void issue(Change change) {
        certificate(change).ifPresent(certificate -> Certificates.issue(certificate, change.aws()));
    }
}
