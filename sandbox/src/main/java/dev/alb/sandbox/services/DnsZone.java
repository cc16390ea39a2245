package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hosted zone of this account.
 *
 * @param id its id
 * @param name its domain, without a dot at the end; empty if nobody has said it
 */
record DnsZone(String id, String name) {
    static final String TYPE = "aws_route53_zone";
    static final String RECORD = "aws_route53_record";

    static DnsZone of(AwsObject zone) {
        return new DnsZone(zone.id(), normal(zone.text("name")));
    }

    /** The public zone that a name belongs to, the closest one; none if no zone of this account is known for it. */
    static Optional<DnsZone> of(String name, Transaction aws) {
        return aws.all(TYPE).stream()
                .filter(zone -> zone.attributes().get("vpc").elements().isEmpty())
                .map(DnsZone::of)
                .filter(zone -> !zone.name.isEmpty() && zone.holds(normal(name)))
                .max(Comparator.comparingInt(zone -> zone.name.length()));
    }

    /** A name in small letters and without a dot at the end. */
    static String normal(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    /** Whether a name is that of the zone, or below it. */
    boolean holds(String other) {
        return other.equals(name) || other.endsWith("." + name);
    }

    /** The full name of a record, which may be written without that of the zone. */
    String nameOf(Value.Mapping record) {
        String own = normal(record.get("name").text());
        if (name.isEmpty() || own.endsWith(name)) {
            return own;
        }
        return own.isEmpty() ? name : own + "." + name;
    }

    /** Its records, but those that every zone has. */
    Stream<AwsObject> records(Transaction aws) {
        return aws.all(RECORD).stream().filter(record -> record.text("zone_id").equals(id));
    }
}
