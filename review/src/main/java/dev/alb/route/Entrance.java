package dev.alb.route;

import dev.alb.topology.Listener;
import dev.alb.topology.LoadBalancer;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A load balancer as clients see it.
 *
 * @param name its address, or its ARN; the name of the listener where nobody knows whose it is
 * @param loadBalancer the load balancer, if Terraform has it here
 * @param hosts the names that lead to it
 * @param listeners what it listens with, as far as Terraform has it here
 */
record Entrance(String name, Optional<LoadBalancer> loadBalancer, List<String> hosts, List<Listener> listeners) {

    /** All load balancers, also those of others for whose listeners there are rules. */
    static List<Entrance> of(Topology topology) {
        Map<String, Entrance> entrances = new LinkedHashMap<>();
        for (LoadBalancer one : topology.loadBalancers()) {
            List<String> hosts = Stream.concat(
                            topology.hosts(one.resource()).stream(), one.resource().at("dns_name").text().stream())
                    .toList();
            entrances.put(one.address(), new Entrance(one.address(), Optional.of(one), hosts, one.listeners()));
        }
        Map<String, List<Listener>> others = new TreeMap<>();
        for (Listener listener : topology.listeners()) {
            String owner =
                    listener.loadBalancer().isKnown() ? listener.loadBalancer().name() : listener.name();
            if (!entrances.containsKey(owner)) {
                others.computeIfAbsent(owner, name -> new ArrayList<>()).add(listener);
            }
        }
        others.forEach((name, listeners) ->
                entrances.put(name, new Entrance(name, Optional.empty(), List.of(), List.copyOf(listeners))));
        return List.copyOf(entrances.values());
    }

    /** Whether a person means it: by the address, the name in AWS, or a listener. */
    boolean isCalled(String called) {
        return name.equals(called)
                || loadBalancer
                        .flatMap(one -> one.resource().at("name").text())
                        .filter(called::equals)
                        .isPresent()
                || listeners.stream().anyMatch(listener -> listener.name().equals(called));
    }

    /** Whether a name in DNS leads to it; a star stands for one label or more. */
    boolean isAt(String host) {
        return hosts.stream()
                .anyMatch(name -> name.equals(host)
                        || (name.startsWith("*.") || name.startsWith("\\052."))
                                && host.endsWith(name.substring(name.indexOf('.'))));
    }

    /** The listener of a port, or the only one whose port isn't known. */
    Optional<Listener> listener(int port) {
        Optional<Listener> known = listeners.stream()
                .filter(one -> one.port().isPresent() && one.port().getAsInt() == port)
                .findFirst();
        List<Listener> unknown =
                listeners.stream().filter(one -> one.port().isEmpty()).toList();
        return known.or(() -> unknown.size() == 1 ? Optional.of(unknown.get(0)) : Optional.empty());
    }

    /** Whether all its listeners are known. */
    boolean isWhole() {
        return loadBalancer.isPresent();
    }
}
