package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.List;

/** Hosted zones of Route 53, which go only when their records are gone. */
final class DnsZones {
    private static final List<String> OWN = List.of("NS", "SOA");

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of(DnsZone.TYPE)
            .delete(Call.of(
                    "deleting Route53 Hosted Zone ({id})",
                    new Operation("Route 53", "DeleteHostedZone", true),
                    DnsZones::isEmpty))
            .deleted(DnsZones::dropRecords));

    private DnsZones() {}

    private static void isEmpty(Change change) {
        DnsZone zone = zone(change);
        boolean forced = change.object().get("force_destroy").equals(new Value.Bool(true));
        boolean used = zone.records(change.aws())
                .anyMatch(record ->
                        !zone.nameOf(record.attributes()).equals(zone.name()) || !OWN.contains(record.text("type")));
        if (!forced && used) {
            throw Refusal.of(
                    "HostedZoneNotEmpty",
                    "The specified hosted zone contains non-required resource record sets and so cannot be deleted.");
        }
    }

    private static void dropRecords(Change change) {
        zone(change).records(change.aws()).forEach(record -> change.aws().remove(record.type(), record.id()));
    }

    private static DnsZone zone(Change change) {
        return new DnsZone(change.text("id"), DnsZone.normal(change.text("name")));
    }
}
