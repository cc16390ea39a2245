package dev.alb.topology;

import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names by which clients find a load balancer. */
final class HostNames {
    private static final String DUALSTACK = "dualstack.";

    private final Topology topology;

    HostNames(Topology topology) {
        this.topology = topology;
    }

    /** The names of Route 53 that lead to a load balancer, in the order of the alphabet. */
    List<String> of(Resource loadBalancer) {
        TreeSet<String> names = new TreeSet<>();
        topology.snapshot().ofType("aws_route53_record").stream()
                .filter(record -> leadsTo(record, loadBalancer))
                .forEach(record -> name(record).ifPresent(names::add));
        return List.copyOf(names);
    }

    private static boolean leadsTo(Resource record, Resource loadBalancer) {
        Stream<Value> targets = Stream.concat(
                Stream.of(record.values().block("alias").at("name")), record.at("records").items().stream());
        return targets.anyMatch(target -> isNameOf(target, loadBalancer));
    }

    private static boolean isNameOf(Value target, Resource loadBalancer) {
        if (target.isUnknown()) {
            return target.references().contains(loadBalancer.address());
        }
        Optional<String> own = loadBalancer.at("dns_name").text().map(HostNames::normal);
        return own.isPresent() && target.text().map(HostNames::normal).equals(own);
    }

    /** The name with its zone; the configuration may leave the zone out. */
    private Optional<String> name(Resource record) {
        Optional<String> whole = record.at("fqdn").text();
        if (whole.isPresent()) {
            return whole.map(HostNames::normal);
        }
        Optional<String> name = record.at("name").text().map(HostNames::normal);
        Optional<String> zone = topology.snapshot()
                .link(record.at("zone_id"), "aws_route53_zone")
                .target()
                .flatMap(one -> one.at("name").text())
                .map(HostNames::normal);
        return name.map(text -> zone.filter(end -> !text.equals(end) && !text.endsWith("." + end))
                .map(end -> text.isEmpty() ? end : text + "." + end)
                .orElse(text));
    }

    private static String normal(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        String alone = small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
        return alone.startsWith(DUALSTACK) ? alone.substring(DUALSTACK.length()) : alone;
    }
}
