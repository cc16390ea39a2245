package dev.alb.serve.proxy;

import dev.alb.serve.CannotServe;
import dev.alb.topology.Listener;
import dev.alb.topology.LoadBalancer;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be served.
 *
 * @param loadBalancer the load balancer
 * @param listeners in the order of their ports
 */
record Plan(Topology topology, LoadBalancer loadBalancer, List<Listener> listeners) {

    static Plan of(Topology topology, String address) throws CannotServe {
        Optional<LoadBalancer> found = topology.loadBalancer(address);
        if (found.isEmpty()) {
            String there =
                    topology.loadBalancers().stream().map(LoadBalancer::address).collect(Collectors.joining(", "));
            throw new CannotServe(List.of("the load balancer must be one of this configuration, got " + address
                    + (there.isEmpty() ? "; there is none" : "; there is " + there)));
        }
        List<String> reasons = new ArrayList<>();
        List<Listener> listeners = found.get().listeners();
        if (listeners.isEmpty()) {
            reasons.add(address + " must have a listener; add aws_lb_listener");
        }
        Map<Integer, String> ports = new HashMap<>();
        for (Listener listener : listeners) {
            check(listener, ports, reasons);
        }
        if (!reasons.isEmpty()) {
            throw new CannotServe(reasons);
        }
        return new Plan(topology, found.get(), listeners);
    }

    private static void check(Listener listener, Map<Integer, String> ports, List<String> reasons) {
        if (listener.port().isEmpty()) {
            reasons.add("the port of " + listener.name() + " must be known, but is known only after apply");
            return;
        }
        if (listener.protocol().isEmpty()) {
            reasons.add("the protocol of " + listener.name() + " must be known, but is known only after apply");
        }
        String other = ports.putIfAbsent(listener.port().getAsInt(), listener.name());
        if (other != null) {
            reasons.add(listener.name() + " must have a port of its own, got "
                    + listener.port().getAsInt() + ", which " + other + " has");
        }
    }
}
