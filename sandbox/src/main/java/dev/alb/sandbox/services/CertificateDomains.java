package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Fingerprint;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The records that prove to AWS who owns a certificate's domains.
 *
 * <p>Which domains need one is known when the plan is made, so that {@code for_each} can go over them; what the records
 * are is known after the apply.
 */
public final class CertificateDomains {
    private static final String OPTIONS = "domain_validation_options";
    private static final String DOMAIN = "domain_name";
    private static final String OTHER_DOMAINS = "subject_alternative_names";
    private static final int LABEL = 32;
    private static final List<String> MAILBOXES =
            List.of("admin", "administrator", "hostmaster", "postmaster", "webmaster");

    private CertificateDomains() {}

    /** A planned certificate with the domains of its records, where these are known. */
    public static Value.Mapping plan(Value.Mapping certificate) {
        boolean certain = certificate.get(DOMAIN) instanceof Value.Text && othersAreCertain(certificate);
        if (!certain) {
            return certificate;
        }
        Value.Mapping whole = withAllNames(certificate);
        if (!certificate.get(OPTIONS).isUnknown() || !Certificates.byDns(certificate)) {
            return whole;
        }
        List<Value> options =
                of(whole).stream().map(CertificateDomains::planned).toList();
        return whole.with(OPTIONS, new Value.SetOf(options));
    }

    /** The provider adds the domain to the other names, as AWS does. */
    private static Value.Mapping withAllNames(Value.Mapping certificate) {
        boolean others = !certificate.get(OTHER_DOMAINS).elements().isEmpty();
        List<Value> all = of(certificate).stream().map(Value::text).toList();
        return others ? certificate.with(OTHER_DOMAINS, new Value.SetOf(all)) : certificate;
    }

    /** An applied certificate with its records, or with those who are asked by e-mail. */
    static Value.Mapping apply(Value.Mapping certificate) {
        boolean byEmail = certificate.get("validation_method").equals(Value.text("EMAIL"));
        List<Value> options = Certificates.byDns(certificate)
                ? of(certificate).stream().map(CertificateDomains::issued).toList()
                : List.of();
        List<Value> emails = byEmail
                ? of(certificate).stream().flatMap(CertificateDomains::emails).toList()
                : List.of();
        return certificate
                .with(OPTIONS, new Value.SetOf(options))
                .with("validation_emails", new Value.Sequence(emails));
    }

    private static Stream<Value> emails(String domain) {
        return MAILBOXES.stream().map(mailbox -> Value.text(mailbox + "@" + withoutWildcard(domain)));
    }

    /** Names that AWS will choose itself are the domain alone. */
    private static boolean othersAreCertain(Value.Mapping certificate) {
        Value others = certificate.get(OTHER_DOMAINS);
        return others.isUnknown() || others.isWhollyKnown();
    }

    /** All domains of a certificate. */
    static Set<String> of(Value.Mapping certificate) {
        List<Value> all = new ArrayList<>(List.of(certificate.get(DOMAIN)));
        all.addAll(certificate.get(OTHER_DOMAINS).elements());
        return all.stream().map(Value::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Value planned(String domain) {
        return option(domain, Value.Absent.UNKNOWN, Value.Absent.UNKNOWN, Value.Absent.UNKNOWN);
    }

    /** A wildcard and the domain that it stands for share one record. */
    private static Value issued(String domain) {
        String zone = withoutWildcard(domain);
        String name = "_" + Fingerprint.of("name", zone).substring(0, LABEL) + "." + zone + ".";
        String value = "_" + Fingerprint.of("value", zone).substring(0, LABEL) + ".acm-validations.aws.";
        return option(domain, Value.text(name), Value.text("CNAME"), Value.text(value));
    }

    private static String withoutWildcard(String domain) {
        return domain.startsWith("*.") ? domain.substring(2) : domain;
    }

    private static Value option(String domain, Value name, Value type, Value value) {
        Map<String, Value> option = new LinkedHashMap<>();
        option.put(DOMAIN, Value.text(domain));
        option.put("resource_record_name", name);
        option.put("resource_record_type", type);
        option.put("resource_record_value", value);
        return new Value.Mapping(option);
    }
}
