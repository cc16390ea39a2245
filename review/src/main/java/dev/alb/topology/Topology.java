package dev.alb.topology;

import dev.alb.routing.Request;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * The Application Load Balancers of a snapshot, and what belongs to them.
 *
 * @param snapshot all resources
 * @param loadBalancers in the order of their addresses
 * @param listeners all listeners, those of load balancers that belong to somebody else included
 * @param targetGroups in the order of their addresses
 */
public record Topology(
        Snapshot snapshot, List<LoadBalancer> loadBalancers, List<Listener> listeners, List<TargetGroup> targetGroups) {
    /** Copies the lists. */
    public Topology {
        loadBalancers = List.copyOf(loadBalancers);
        listeners = List.copyOf(listeners);
        targetGroups = List.copyOf(targetGroups);
    }

    /** What stands in a snapshot. */
    public static Topology of(Snapshot snapshot) {
        return new TopologyReader(snapshot).read();
    }

    /** A listener by its name. */
    public Optional<Listener> listener(String name) {
        return listeners.stream()
                .filter(listener -> listener.name().equals(name))
                .findFirst();
    }

    /** A target group by its address. */
    public Optional<TargetGroup> targetGroup(String address) {
        return targetGroups.stream()
                .filter(group -> group.address().equals(address))
                .findFirst();
    }

    /** A load balancer by its address. */
    public Optional<LoadBalancer> loadBalancer(String address) {
        return loadBalancers.stream()
                .filter(one -> one.address().equals(address))
                .findFirst();
    }

    /** The names of Route 53 that lead to a load balancer; none if Terraform has no record for it. */
    public List<String> hosts(Resource loadBalancer) {
        return new HostNames(this).of(loadBalancer);
    }

    /** A request as clients of a listener send it, whose parts examples keep where they can. */
    public Request usualRequest(Listener listener) {
        return UsualRequest.of(this, listener);
    }
}
