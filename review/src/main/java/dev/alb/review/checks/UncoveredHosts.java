package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.routing.Condition;
import dev.alb.routing.Part;
import dev.alb.routing.Pattern;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Snapshot;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Hosts that lead to a listener for HTTPS and that none of its certificates covers. */
final class UncoveredHosts implements Check {
    static final Kind UNCOVERED = new Kind(
            "host-without-certificate",
            Section.EXPOSURE,
            "No certificate covers a host",
            "Browsers warn and won't go on, and Confluence doesn't reach Synchrony by this name.");

    @Override
    public List<Kind> kinds() {
        return List.of(UNCOVERED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        Map<String, Set<String>> before = uncovered(comparison.before());
        List<Finding> findings = new ArrayList<>();
        for (Listener listener : comparison.after().listeners()) {
            for (String host : uncovered(comparison.after(), listener)) {
                if (!before.getOrDefault(listener.name(), Set.of()).contains(host)) {
                    findings.add(finding(listener, host));
                }
            }
        }
        return findings;
    }

    private static Map<String, Set<String>> uncovered(Topology topology) {
        Map<String, Set<String>> hosts = new TreeMap<>();
        topology.listeners().forEach(listener -> hosts.put(listener.name(), uncovered(topology, listener)));
        return hosts;
    }

    /** Nothing where a certificate isn't known: it may cover anything. */
    private static Set<String> uncovered(Topology topology, Listener listener) {
        Set<String> hosts = new TreeSet<>();
        boolean isKnown = !listener.certificates().isEmpty()
                && listener.certificates().stream()
                        .allMatch(link -> link.target().isPresent());
        if (listener.isHttps() && isKnown) {
            Stream.concat(ruleHosts(listener), recordHosts(topology.snapshot(), listener))
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .filter(host -> domains(listener).noneMatch(domain -> covers(domain, host)))
                    .forEach(hosts::add);
        }
        return hosts;
    }

    private static Stream<String> domains(Listener listener) {
        return listener.certificates().stream()
                .map(Link::target)
                .flatMap(target -> target.stream())
                .flatMap(UncoveredHosts::domains);
    }

    private static Stream<String> domains(Resource certificate) {
        return Stream.of(
                        certificate.at("domain_name").text().stream(),
                        certificate.at("domain").text().stream(),
                        certificate.at("subject_alternative_names").texts().stream())
                .flatMap(names -> names)
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static boolean covers(String domain, String host) {
        return domain.equals(host)
                || domain.startsWith("*.")
                        && host.endsWith(domain.substring(1))
                        && host.indexOf('.') == host.length() - domain.length() + 1;
    }

    /** Hosts that are spelt out; what a wildcard takes may be less than it could. */
    private static Stream<String> ruleHosts(Listener listener) {
        return listener.ownRules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition ->
                        condition instanceof Condition.OnPart on && on.part().equals(Part.HOST)
                                ? on.patterns().stream()
                                : Stream.of())
                .flatMap(pattern -> pattern instanceof Pattern.Glob glob ? Stream.of(glob.pattern()) : Stream.of())
                .filter(host -> !host.contains("*") && !host.contains("?"));
    }

    /** A new load balancer has no name to be compared yet, but its record says where it comes from. */
    private static Stream<String> recordHosts(Snapshot snapshot, Listener listener) {
        return listener.loadBalancer().target().stream()
                .flatMap(owner -> Stream.concat(
                        Aliases.of(snapshot, owner.values()).stream(),
                        snapshot.ofType("aws_route53_record").stream()
                                .filter(record -> record.values()
                                        .block("alias")
                                        .at("name")
                                        .references()
                                        .contains(owner.address()))))
                .flatMap(record -> record.at("name").text().stream())
                .map(name -> name.replaceFirst("[.]$", ""))
                .filter(name -> name.contains("."));
    }

    private static Finding finding(Listener listener, String host) {
        List<String> covered = domains(listener).distinct().sorted().toList();
        return UNCOVERED.at(
                listener.name(),
                host,
                Severity.HIGH,
                host + " leads to it, and its certificates cover only " + String.join(", ", covered) + ".",
                "Add the host to a certificate, and the certificate to the listener by aws_lb_listener_certificate.");
    }
}
