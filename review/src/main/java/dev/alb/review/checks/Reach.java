package dev.alb.review.checks;

import dev.alb.snapshot.Resource;
import dev.alb.terraform.Cidr;
import dev.alb.topology.Listener;
import dev.alb.topology.LoadBalancer;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who can reach which port of what, at one moment. */
final class Reach {
    /** Hazelcast of Synchrony and of Confluence, and Aleph; nobody but the nodes themselves needs them. */
    static final Set<Integer> CLUSTER_PORTS = Set.of(5701, 5801, 25500);

    /** A port of a load balancer, or of the members of a group. */
    record Place(String target, boolean isLoadBalancer, int port) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::isLoadBalancer)
                    .reversed()
                    .thenComparing(Place::target)
                    .thenComparing(Place::port)
                    .compare(this, other);
        }
    }

    /** Rules that open a port; mostly the same ones open many. */
    private record Opening(List<Grant> grants, boolean hasIpv6) {}

    private final Map<Place, Map<Source, Set<String>>> places = new HashMap<>();
    private final Map<Opening, Map<Source, Set<String>>> sources = new HashMap<>();
    private final Map<String, Boolean> internal = new HashMap<>();
    private final Set<String> withoutPublicIpv4 = new HashSet<>();

    private Reach() {}

    /**
     * What topology and groups say together.
     *
     * @param nodes the groups of the nodes
     * @param ports those of the nodes that count
     */
    static Reach of(Topology topology, SecurityGroups groups, Set<String> nodes, Set<Integer> ports) {
        Reach reach = new Reach();
        topology.loadBalancers().forEach(one -> reach.add(one, groups));
        for (String group : nodes) {
            reach.internal.put(group, false);
            ports.forEach(port -> reach.add(new Place(group, false, port), groups.ingress(group), true));
        }
        return reach;
    }

    Set<Place> places() {
        return places.keySet();
    }

    /** Who can reach a place, with what lets them, networks first. */
    Map<Source, Set<String>> grants(Place place) {
        return places.getOrDefault(place, Map.of());
    }

    boolean isKnown(String target) {
        return internal.containsKey(target);
    }

    boolean isInternal(String target) {
        return internal.getOrDefault(target, false);
    }

    /** Whether a source finds no address on the internet, as of a load balancer that has such only for IPv6. */
    boolean isInside(Place place, Source source) {
        return withoutPublicIpv4.contains(place.target())
                && source instanceof Source.Network network
                && network.cidr().isIpv4();
    }

    private void add(LoadBalancer one, SecurityGroups groups) {
        Resource resource = one.resource();
        internal.put(one.address(), resource.at("internal").flag().orElse(false));
        String addresses = resource.at("ip_address_type").text("ipv4");
        boolean hasIpv6 = addresses.startsWith("dualstack");
        if (addresses.equals("dualstack-without-public-ipv4")) {
            withoutPublicIpv4.add(one.address());
        }
        List<Grant> grants = one.securityGroups().stream()
                .flatMap(link ->
                        link.isKnown() ? groups.ingress(link.name()).stream() : Stream.of(Grant.unknown(one.address())))
                .toList();
        for (Listener listener : one.listeners()) {
            int port = listener.port().orElse(0);
            if (port > 0) {
                add(new Place(one.address(), true, port), grants, hasIpv6);
            }
        }
    }

    private void add(Place place, List<Grant> grants, boolean hasIpv6) {
        List<Grant> open =
                grants.stream().filter(grant -> grant.opens(place.port())).toList();
        places.put(place, sources.computeIfAbsent(new Opening(open, hasIpv6), Reach::sources));
    }

    private static Map<Source, Set<String>> sources(Opening opening) {
        List<Grant> open = opening.grants();
        Map<Source, Set<String>> sources = new LinkedHashMap<>();
        List<Cidr> networks = open.stream()
                .flatMap(grant ->
                        grant.source() instanceof Source.Network network ? Stream.of(network.cidr()) : Stream.of())
                .filter(network -> opening.hasIpv6() || network.isIpv4())
                .toList();
        Networks.merged(networks).stream()
                .sorted(Comparator.comparing(Cidr::toString))
                .forEach(network -> sources.put(new Source.Network(network), via(open, network)));
        open.stream()
                .filter(grant -> !(grant.source() instanceof Source.Network))
                .sorted(Comparator.comparing(grant -> grant.source().toString()))
                .forEach(grant -> sources.computeIfAbsent(grant.source(), source -> new TreeSet<>())
                        .add(grant.via()));
        return sources;
    }

    private static Set<String> via(List<Grant> grants, Cidr network) {
        return grants.stream()
                .filter(grant -> grant.source() instanceof Source.Network part && network.contains(part.cidr()))
                .map(Grant::via)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ports on which targets get requests. */
    static Set<Integer> targetPorts(Topology topology) {
        Set<Integer> ports = new TreeSet<>();
        for (TargetGroup group : topology.targetGroups()) {
            Stream.concat(Stream.of(group.port()), group.targets().stream().map(target -> target.port()))
                    .filter(port -> port.matches("[0-9]{1,5}"))
                    .map(Integer::valueOf)
                    .forEach(ports::add);
        }
        return ports;
    }

    /** Groups that let a load balancer in: the nodes are in them. */
    static Set<String> nodeGroups(Topology topology, SecurityGroups groups) {
        Set<String> ofLoadBalancers = topology.loadBalancers().stream()
                .flatMap(one -> one.securityGroups().stream())
                .map(link -> link.name())
                .collect(Collectors.toSet());
        return groups.names().stream()
                .filter(name -> !ofLoadBalancers.contains(name))
                .filter(name -> groups.ingress(name).stream()
                        .anyMatch(grant ->
                                grant.source() instanceof Source.Group from && ofLoadBalancers.contains(from.name())))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
