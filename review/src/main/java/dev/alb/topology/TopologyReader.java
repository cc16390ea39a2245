package dev.alb.topology;

import dev.alb.routing.Outcome;
import dev.alb.routing.RoutingTable;
import dev.alb.routing.Rule;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the resources of a snapshot together. */
final class TopologyReader {
    private static final String LOAD_BALANCER = "aws_lb";
    private static final String LISTENER = "aws_lb_listener";
    private static final String CERTIFICATE = "aws_acm_certificate";
    private static final String SECURITY_GROUP = "aws_security_group";

    private final Snapshot snapshot;
    private final OutcomeReader outcomes;
    private final Map<String, List<Resource>> floating;

    TopologyReader(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.outcomes = new OutcomeReader(snapshot);
        this.floating = FloatingRules.of(snapshot);
    }

    Topology read() {
        Map<String, List<Resource>> rules = rulesByListener();
        floating.forEach((listener, perhaps) -> perhaps.forEach(rule -> rules.remove(listenerOf(rule))));
        List<Listener> listeners = listeners(rules);
        return new Topology(snapshot, loadBalancers(listeners), listeners, targetGroups());
    }

    /** By the name of the listener: an address, or an ARN. Of two that nobody knows nobody knows whether they are one. */
    private Map<String, List<Resource>> rulesByListener() {
        return snapshot.ofType("aws_lb_listener_rule").stream()
                .collect(Collectors.groupingBy(this::listenerOf, TreeMap::new, Collectors.toList()));
    }

    private String listenerOf(Resource rule) {
        Link link = snapshot.link(rule.at("listener_arn"), LISTENER);
        return link.isKnown() ? link.name() : "(the listener of " + rule.address() + ")";
    }

    private List<Listener> listeners(Map<String, List<Resource>> rules) {
        List<Listener> listeners = new ArrayList<>();
        snapshot.ofType(LISTENER).stream()
                .filter(resource -> isOfApplicationLoadBalancer(resource))
                .forEach(resource ->
                        listeners.add(listener(resource, rules.getOrDefault(resource.address(), List.of()))));
        rules.forEach((name, ofListener) -> {
            if (snapshot.at(name).filter(Predicate.not(Resource::isData)).isEmpty()) {
                listeners.add(elsewhere(name, ofListener));
            }
        });
        return listeners;
    }

    /** A listener of a Network Load Balancer takes TCP, UDP or TLS. */
    private static boolean isOfApplicationLoadBalancer(Resource listener) {
        return listener.at("protocol")
                .text()
                .map(protocol -> protocol.startsWith("HTTP"))
                .orElse(true);
    }

    private Listener listener(Resource resource, List<Resource> rules) {
        Outcome byDefault = new Outcome(outcomes.steps(resource.at("default_action")), List.of());
        return listener(resource.address(), resource, rules, byDefault);
    }

    /** Rules on a listener that stands in another configuration, or that a data source has found. */
    private Listener elsewhere(String name, List<Resource> rules) {
        Outcome byDefault = Outcome.of(new Outcome.Elsewhere("(default action of " + name + ")"));
        return listener(name, snapshot.at(name).orElse(null), rules, byDefault);
    }

    private Listener listener(String name, @Nullable Resource resource, List<Resource> rules, Outcome byDefault) {
        List<Rule> all = Stream.concat(
                        rules.stream().map(this::rule),
                        floating.getOrDefault(name, List.of()).stream()
                                .map(this::rule)
                                .map(FloatingRules::inDoubt))
                .toList();
        RoutingTable table = new RoutingTable(name, all, byDefault);
        Link loadBalancer =
                resource == null ? Link.UNKNOWN : snapshot.link(resource.at("load_balancer_arn"), LOAD_BALANCER);
        List<Link> certificates = resource == null ? List.of() : certificates(resource);
        return new Listener(name, resource, loadBalancer, table, byAddress(rules), certificates);
    }

    private static Map<String, Resource> byAddress(List<Resource> rules) {
        Map<String, Resource> byAddress = new LinkedHashMap<>();
        rules.forEach(rule -> byAddress.put(rule.address(), rule));
        return byAddress;
    }

    private Rule rule(Resource resource) {
        Value priority = resource.at("priority");
        return new Rule(
                resource.address(),
                priority.number().isPresent() ? priority.number().getAsInt() : null,
                ConditionReader.conditions(resource.at("condition")),
                new Outcome(outcomes.steps(resource.at("action")), OutcomeReader.rewrites(resource.at("transform"))));
    }

    private List<Link> certificates(Resource listener) {
        Value own = listener.at("certificate_arn");
        Stream<Link> first = own.isAbsent() ? Stream.of() : Stream.of(certificate(own));
        Stream<Link> more = snapshot.ofType("aws_lb_listener_certificate").stream()
                .filter(certificate ->
                        snapshot.link(certificate.at("listener_arn"), LISTENER).isTo(listener.address()))
                .map(certificate -> certificate(certificate.at("certificate_arn")));
        return Stream.concat(first, more).toList();
    }

    /** A listener may name what waits for the certificate to be valid. */
    private Link certificate(Value arn) {
        Link certificate = snapshot.link(arn, CERTIFICATE);
        return certificate.isKnown()
                ? certificate
                : snapshot.link(arn, "aws_acm_certificate_validation")
                        .target()
                        .map(validation -> snapshot.link(validation.at("certificate_arn"), CERTIFICATE))
                        .orElse(certificate);
    }

    private List<LoadBalancer> loadBalancers(List<Listener> listeners) {
        return snapshot.ofType(LOAD_BALANCER).stream()
                .filter(one -> one.at("load_balancer_type").text("application").equals("application"))
                .map(one -> loadBalancer(one, listeners))
                .toList();
    }

    private LoadBalancer loadBalancer(Resource resource, List<Listener> listeners) {
        List<Listener> own = listeners.stream()
                .filter(listener -> listener.loadBalancer().isTo(resource.address()))
                .sorted(Comparator.comparing(listener -> listener.port().orElse(0)))
                .toList();
        Value groups = resource.at("security_groups");
        List<Link> links = groups.isUnknown()
                ? List.of(Link.UNKNOWN)
                : groups.items().stream()
                        .map(group -> snapshot.link(group, SECURITY_GROUP))
                        .toList();
        return new LoadBalancer(resource, own, links);
    }

    private List<TargetGroup> targetGroups() {
        return new TargetGroupReader(snapshot).targetGroups();
    }
}
