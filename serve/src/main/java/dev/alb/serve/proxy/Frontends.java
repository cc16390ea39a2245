package dev.alb.serve.proxy;

import dev.alb.routing.Condition;
import dev.alb.routing.Part;
import dev.alb.routing.RoutingTable;
import dev.alb.snapshot.Resource;
import dev.alb.topology.Listener;
import dev.alb.topology.LoadBalancer;
import dev.alb.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The listeners of a load balancer as they are deployed. */
final class Frontends {
    private final LoadBalancerAttributes attributes;
    private final OwnNames names;
    private final Map<Integer, Integer> localPorts;

    Frontends(Topology topology, LoadBalancer loadBalancer, Map<Integer, Integer> localPorts) {
        Resource resource = loadBalancer.resource();
        List<String> byDns = topology.hosts(resource);
        this.attributes = LoadBalancerAttributes.of(resource);
        this.names = new OwnNames(
                byDns,
                Stream.concat(byDns.stream(), resource.at("dns_name").text().stream())
                        .collect(Collectors.toSet()));
        this.localPorts = localPorts;
    }

    Frontend of(Listener listener) {
        return new Frontend(
                listener.name(),
                listener.port().orElseThrow(),
                listener.isHttps(),
                listener.table(),
                asked(listener.table()),
                attributes,
                listener.definition()
                        .map(ListenerAttributes::of)
                        .orElseGet(() -> new ListenerAttributes(true, Map.of(), "", "")),
                names,
                localPorts,
                cannot(listener));
    }

    private static @Nullable String cannot(Listener listener) {
        boolean verifies = listener.definition()
                .map(one ->
                        one.values().block("mutual_authentication").at("mode").text("off"))
                .filter("verify"::equals)
                .isPresent();
        return verifies ? "mutual_authentication of " + listener.name() + " verifies clients' certificates" : null;
    }

    private static Frontend.AskedParts asked(RoutingTable table) {
        Set<String> headers = conditions(table)
                .flatMap(condition -> condition instanceof Condition.OnPart onPart ? Stream.of(onPart) : Stream.of())
                .filter(onPart -> onPart.part().kind() == Part.Kind.HEADER)
                .map(onPart -> onPart.part().header())
                .collect(Collectors.toSet());
        return new Frontend.AskedParts(headers, conditions(table).anyMatch(Condition.OnQuery.class::isInstance));
    }

    private static Stream<Condition> conditions(RoutingTable table) {
        return table.rules().stream().flatMap(rule -> rule.conditions().stream());
    }
}
