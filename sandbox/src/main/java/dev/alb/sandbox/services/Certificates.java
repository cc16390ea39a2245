package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * AWS Certificate Manager.
 *
 * <p>A certificate that it shall issue waits for its domains to be proved. That happens when a validation waits for it,
 * or by the next time that somebody looks at it.
 */
final class Certificates {
    static final String TYPE = "aws_acm_certificate";

    private static final String STATUS = "status";
    private static final Value PENDING = Value.text("PENDING_VALIDATION");
    private static final Pattern DOMAIN =
            Pattern.compile("(\\*\\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])");

    /** Who uses certificates, and the attribute that says which. */
    private static final Map<String, String> USERS =
            Map.of("aws_lb_listener", "certificate_arn", "aws_lb_listener_certificate", "certificate_arn");

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of(TYPE)
            .create(Call.of(
                    "requesting ACM Certificate ({domain_name})",
                    call("RequestCertificate"),
                    Certificates::saysHowItIsValidated,
                    Certificates::hasDomains,
                    Certificates::isNotTooMany))
            .delete(Call.of("deleting ACM Certificate ({id})", call("DeleteCertificate"), Certificates::isUnused)
                    .tryingAgain())
            .answer(Certificates::answer)
            .written(Certificates::startPending));

    private Certificates() {}

    private static Operation call(String name) {
        return new Operation("ACM", name, true);
    }

    private static void saysHowItIsValidated(Change change) {
        boolean requested = change.known("domain_name").isPresent();
        if (requested
                && change.known("validation_method").isEmpty()
                && change.known("certificate_authority_arn").isEmpty()) {
            throw Refusal.byProvider(
                    "`certificate_authority_arn` or `validation_method` must be set when creating an ACM certificate");
        }
    }

    private static void hasDomains(Change change) {
        change.known("domain_name").ifPresent(name -> isDomain(name, "domainName"));
        change.object()
                .get("subject_alternative_names")
                .elements()
                .forEach(name -> isDomain(name.text(), "subjectAlternativeNames"));
    }

    private static void isDomain(String name, String parameter) {
        if (!DOMAIN.matcher(name).matches()) {
            throw Refusal.of(
                    "ValidationException",
                    "1 validation error detected: Value '" + name + "' at '" + parameter + "' failed to satisfy"
                            + " constraint: Member must satisfy regular expression pattern: ^" + DOMAIN + "$");
        }
    }

    private static void isNotTooMany(Change change) {
        if (CertificateDomains.of(change.object()).size()
                > change.aws().quotas().of(Quota.DOMAINS_PER_CERTIFICATE)) {
            throw Refusal.of("LimitExceededException", "Certificate has too many domains.");
        }
    }

    private static void isUnused(Change change) {
        String arn = change.text("arn");
        Stream<String> types = USERS.keySet().stream();
        if (types.anyMatch(type ->
                Uses.of(arn, change.aws(), type, USERS.get(type)).findAny().isPresent())) {
            throw Refusal.of(
                    "ResourceInUseException",
                    "Certificate " + arn + " in account " + change.aws().accountId() + " is in use.");
        }
    }

    /** What was given says what kind of certificate it is; with the time, one that can be issued is. */
    private static Value.Mapping answer(Change change) {
        Value.Mapping certificate = CertificateDomains.apply(change.object());
        if (change.known("private_key").isPresent()) {
            certificate = certificate.with("type", Value.text("IMPORTED"));
        } else if (change.known("certificate_authority_arn").isPresent()) {
            certificate = certificate.with("type", Value.text("PRIVATE"));
        }
        boolean waits = isPending(certificate) && byDns(certificate) && isSeenAgain(change);
        if (!waits || !CertificateProof.of(certificate, change.aws()).isComplete()) {
            return certificate;
        }
        change.aws().find(TYPE, change.text("id")).ifPresent(object -> issue(object, change.aws()));
        return issued(certificate);
    }

    /** Whether it was there before; one that somebody declares to be pending stays so. */
    private static boolean isSeenAgain(Change change) {
        return !change.before().entries().isEmpty()
                && change.aws()
                        .find(TYPE, change.text("id"))
                        .filter(object -> object.origin() == Origin.CREATED)
                        .isPresent();
    }

    private static void startPending(Change change) {
        boolean isNew = change.before().entries().isEmpty();
        boolean requested = change.text("type").equals("AMAZON_ISSUED");
        change.aws()
                .find(TYPE, change.text("id"))
                .filter(object -> isNew && requested && object.origin() == Origin.CREATED)
                .ifPresent(object -> change.aws().put(object.with(pending(object.attributes()))));
    }

    private static Value.Mapping pending(Value.Mapping certificate) {
        return certificate
                .with(STATUS, PENDING)
                .with("not_before", Value.text(""))
                .with("not_after", Value.text(""));
    }

    private static Value.Mapping issued(Value.Mapping certificate) {
        return certificate
                .with(STATUS, Value.text("ISSUED"))
                .with("not_before", Value.text("2026-01-01T00:00:00Z"))
                .with("not_after", Value.text("2027-01-01T23:59:59Z"));
    }

    /** Whether it waits for its domains to be proved. */
    static boolean isPending(Value.Mapping certificate) {
        return certificate.get(STATUS).equals(PENDING);
    }

    /** Whether records prove its domains. */
    static boolean byDns(Value.Mapping certificate) {
        return certificate.get("validation_method").equals(Value.text("DNS"));
    }

    /** Issues a certificate that was pending. */
    static void issue(AwsObject certificate, Transaction aws) {
        if (isPending(certificate.attributes())) {
            aws.put(certificate.with(issued(certificate.attributes())));
        }
    }
}
