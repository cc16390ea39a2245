package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.stream.Stream;

/** Records of Route 53: one for a name and type, unless they share their work by a routing policy. */
final class DnsRecords {
    private static final String ZONE = "zone_id";
    private static final String SET = "set_identifier";
    private static final Operation CHANGE = new Operation("Route 53", "ChangeResourceRecordSets", true);
    private static final List<String> POLICIES = List.of(
            "cidr_routing_policy",
            "failover_routing_policy",
            "geolocation_routing_policy",
            "geoproximity_routing_policy",
            "latency_routing_policy",
            "multivalue_answer_routing_policy",
            "weighted_routing_policy");

    static final List<Behavior> BEHAVIORS = List.of(Behavior.of(DnsZone.RECORD)
            .create(call("creating Route53 Record", DnsRecords::isNew))
            .update(call("creating Route53 Record", change -> {}))
            .answer(DnsRecords::answer));

    private DnsRecords() {}

    private static Call call(String doing, Rule isNew) {
        return Call.of(
                doing,
                CHANGE,
                DnsRecords::hasZone,
                DnsRecords::isInZone,
                DnsRecords::aliasExists,
                isNew,
                DnsRecords::sharesItsPolicy,
                DnsRecords::isNoOtherCname);
    }

    private static void hasZone(Change change) {
        String id = change.text(ZONE);
        Existing.find(change.aws(), DnsZone.TYPE, id).orElseThrow(() -> {
            return Refusal.byProvider("reading Route 53 Hosted Zone (" + id + "): couldn't find resource");
        });
    }

    private static void isInZone(Change change) {
        DnsZone zone = zone(change);
        String name = name(change);
        if (!zone.name().isEmpty() && !zone.holds(name)) {
            throw refusal("RRSet with DNS name " + name + ". is not permitted in zone " + zone.name() + ".");
        }
        if (type(change).equals("CNAME") && name.equals(zone.name())) {
            throw refusal("RRSet of type CNAME with DNS name " + name + ". is not permitted at apex in zone "
                    + zone.name() + ".");
        }
    }

    private static void isNew(Change change) {
        boolean overwrites = change.object().get("allow_overwrite").equals(new Value.Bool(true));
        String set = change.known(SET).orElse("");
        if (!overwrites
                && (ofEveryZone(change)
                        || sameName(change, type(change))
                                .anyMatch(r -> r.text(SET).equals(set)))) {
            throw refusal("Tried to create resource record set [name='" + shown(change) + "', type='" + type(change)
                    + "'" + (set.isEmpty() ? "" : ", set-identifier='" + set + "'") + "] but it already exists");
        }
    }

    /** Every zone has its name servers and its start of authority. */
    private static boolean ofEveryZone(Change change) {
        return List.of("NS", "SOA").contains(type(change))
                && name(change).equals(zone(change).name());
    }

    private static void sharesItsPolicy(Change change) {
        String policy = policy(change.object());
        sameName(change, type(change))
                .map(other -> policy(other.attributes()))
                .filter(other -> !other.equals(policy))
                .findFirst()
                .ifPresent(other -> {
                    String set =
                            change.known(SET).map(s -> ", SetIdentifier " + s).orElse("");
                    String kind = other.isEmpty() ? "simple" : other;
                    throw refusal("RRSet with DNS name " + shown(change) + ", type " + type(change) + set
                            + " cannot be created because a " + kind + " rrset exists with the same name and type.");
                });
    }

    private static String policy(Value.Mapping record) {
        return POLICIES.stream()
                .filter(name -> !record.get(name).elements().isEmpty()
                        || record.get(name).equals(new Value.Bool(true)))
                .map(name -> name.substring(0, name.indexOf('_')))
                .findFirst()
                .orElse("");
    }

    private static void isNoOtherCname(Change change) {
        String zone = zone(change).name() + ".";
        List<String> others = sameName(change, "")
                .map(record -> record.text("type"))
                .filter(type -> !type.equals(type(change)))
                .toList();
        if (type(change).equals("CNAME") && !others.isEmpty()) {
            throw refusal(
                    "RRSet of type CNAME with DNS name " + shown(change) + " is not permitted as it conflicts with"
                            + " other records with the same DNS name in zone " + zone);
        }
        if (others.contains("CNAME")) {
            throw refusal("RRSet of type " + type(change) + " with DNS name " + shown(change) + " is not permitted"
                    + " because a conflicting RRSet of type CNAME with the same DNS name already exists in zone "
                    + zone);
        }
    }

    /** A load balancer has the zone of its region; another record is there, as far as all of its zone is known. */
    private static void aliasExists(Change change) {
        for (Value block : change.object().get("alias").elements()) {
            Value.Mapping alias = (Value.Mapping) block;
            String target = DnsZone.normal(alias.get("name").text());
            String plain = target.startsWith("dualstack.") ? target.substring("dualstack.".length()) : target;
            String zone = alias.get(ZONE).text();
            String words = "Tried to create an alias that targets " + target + "., type " + type(change) + " in zone "
                    + zone + ", but ";
            if (change.aws().all("aws_lb").stream().anyMatch(lb -> isElsewhere(lb, plain, zone))) {
                throw refusal(words + "the alias target name does not lie within the target zone");
            }
            if (zone.equals(change.text(ZONE)) && isMissing(target, change)) {
                throw refusal(words + "that target was not found");
            }
        }
    }

    private static boolean isElsewhere(AwsObject loadBalancer, String name, String zone) {
        return DnsZone.normal(loadBalancer.text("dns_name")).equals(name)
                && !loadBalancer.text(ZONE).equals(zone);
    }

    private static boolean isMissing(String target, Change change) {
        DnsZone zone = zone(change);
        boolean known = change.aws()
                .find(DnsZone.TYPE, zone.id())
                .filter(found -> found.origin() == Origin.CREATED)
                .isPresent();
        return known
                && zone.records(change.aws())
                        .noneMatch(record -> zone.nameOf(record.attributes()).equals(target)
                                && record.text("type").equals(type(change)));
    }

    /** Other records of the same name, of one type or, without any, of all. */
    private static Stream<AwsObject> sameName(Change change, String type) {
        DnsZone zone = zone(change);
        String name = name(change);
        return zone.records(change.aws())
                .filter(record -> !isItself(change, record))
                .filter(record -> zone.nameOf(record.attributes()).equals(name))
                .filter(record -> type.isEmpty() || record.text("type").equals(type));
    }

    private static boolean isItself(Change change, AwsObject record) {
        Value.Mapping before = change.before();
        return !before.entries().isEmpty()
                && record.id().equals(before.get("id").text());
    }

    private static Value.Mapping answer(Change change) {
        return change.object().with("fqdn", Value.text(name(change)));
    }

    private static DnsZone zone(Change change) {
        Transaction aws = change.aws();
        String id = change.text(ZONE);
        return aws.find(DnsZone.TYPE, id).map(DnsZone::of).orElse(new DnsZone(id, ""));
    }

    private static String name(Change change) {
        return zone(change).nameOf(change.object());
    }

    /** The name as Route 53 writes it, an asterisk in octal. */
    private static String shown(Change change) {
        return name(change).replace("*", "\\052") + ".";
    }

    private static String type(Change change) {
        return change.text("type");
    }

    private static Refusal refusal(String message) {
        return Refusal.of("InvalidChangeBatch", "[" + message + "]");
    }
}
