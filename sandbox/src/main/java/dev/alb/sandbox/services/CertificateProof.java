package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the domains of a certificate are proved.
 *
 * <p>A record that belongs to a zone of this account must be there; for any other domain, somebody has seen to it.
 *
 * @param missing what is missing, in words
 */
record CertificateProof(List<String> missing) {

    /** The proof of a certificate in view of the account's zones. */
    static CertificateProof of(Value.Mapping certificate, Transaction aws) {
        List<String> missing = new ArrayList<>();
        for (Value option : certificate.get("domain_validation_options").elements()) {
            Value.Mapping record = (Value.Mapping) option;
            DnsZone.of(record.get("resource_record_name").text(), aws)
                    .filter(zone -> !has(zone, record, aws))
                    .ifPresent(zone -> missing.add(words(zone, record)));
        }
        return new CertificateProof(List.copyOf(missing));
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    private static boolean has(DnsZone zone, Value.Mapping wanted, Transaction aws) {
        String name = DnsZone.normal(wanted.get("resource_record_name").text());
        String value = DnsZone.normal(wanted.get("resource_record_value").text());
        return zone.records(aws)
                .filter(record -> zone.nameOf(record.attributes()).equals(name))
                .anyMatch(record -> isAlias(record, value));
    }

    private static boolean isAlias(AwsObject record, String target) {
        return record.text("type").equals("CNAME")
                && record.attributes().get("records").elements().stream()
                        .anyMatch(value -> DnsZone.normal(value.text()).equals(target));
    }

    private static String words(DnsZone zone, Value.Mapping record) {
        return "Zone " + zone.id() + " (" + zone.name() + ") has no CNAME record "
                + record.get("resource_record_name").text() + " with the value "
                + record.get("resource_record_value").text();
    }
}
