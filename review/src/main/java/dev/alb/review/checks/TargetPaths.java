package dev.alb.review.checks;

import dev.alb.review.Comparison;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether load balancers get through to the targets of a group, out of their own groups and into the nodes'.
 *
 * @param loadBalancers the groups of the load balancers that send requests there
 * @param nodes the groups that let these in on some port
 * @param groups who may reach whom
 * @param isKnown whether all groups of the load balancers have rules here
 */
record TargetPaths(Set<String> loadBalancers, Set<String> nodes, SecurityGroups groups, boolean isKnown) {

    /** As it is. */
    static TargetPaths before(Comparison comparison, TargetGroup group) {
        SecurityGroups was = SecurityGroups.before(comparison);
        return of(comparison.before(), was, Set.of(), group);
    }

    /** As it will be. */
    static TargetPaths after(Comparison comparison, TargetGroup group) {
        SecurityGroups was = SecurityGroups.before(comparison);
        SecurityGroups will = SecurityGroups.after(comparison);
        TargetPaths paths = of(comparison.after(), will, was.withEgress(), group);
        paths.nodes.addAll(Reach.nodeGroups(comparison.before(), was));
        return paths;
    }

    /** A group that has had rules is known to have none afterwards; of one without any it can't be told. */
    private static TargetPaths of(Topology topology, SecurityGroups groups, Set<String> known, TargetGroup group) {
        Set<String> owners = Forwards.listeners(topology, group.address()).stream()
                .flatMap(listener -> listener.loadBalancer().target().stream())
                .map(Resource::address)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Link> links = topology.loadBalancers().stream()
                .filter(one -> owners.contains(one.address()))
                .flatMap(one -> one.securityGroups().stream())
                .toList();
        Set<String> names = links.stream().map(Link::name).collect(Collectors.toCollection(TreeSet::new));
        boolean isKnown = !names.isEmpty()
                && names.stream()
                        .allMatch(name ->
                                known.contains(name) || !groups.egress(name).isEmpty());
        return new TargetPaths(names, Reach.nodeGroups(topology, groups), groups, isKnown);
    }

    /** Why nothing gets through to a port; nothing where something does, or where that can't be told. */
    Optional<String> closed(int port) {
        boolean isOut = loadBalancers.stream()
                .flatMap(name -> groups.egress(name).stream())
                .anyMatch(grant -> grant.opens(port));
        if (isKnown && !isOut) {
            return Optional.of("no rule lets " + String.join(", ", loadBalancers) + " out to port " + port);
        }
        boolean isIn = nodes.stream()
                .flatMap(name -> groups.ingress(name).stream())
                .anyMatch(grant -> grant.opens(port) && isLoadBalancer(grant.source()));
        return nodes.isEmpty() || loadBalancers.isEmpty() || isIn
                ? Optional.empty()
                : Optional.of("no rule lets the load balancer into " + String.join(", ", nodes) + " on port " + port);
    }

    /** A network may be the load balancer's. */
    private boolean isLoadBalancer(Source source) {
        return !(source instanceof Source.Group group) || loadBalancers.contains(group.name());
    }
}
