package dev.alb.topology;

import dev.alb.routing.RoutingTable;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A listener with its rules.
 *
 * @param name its address, or its ARN where it belongs to somebody else
 * @param resource the listener; {@code null} if only rules on it are known
 * @param loadBalancer its load balancer
 * @param table what it does with a request; its rules have their addresses as names
 * @param rules the rules by their addresses
 * @param certificates the default one first; empty for HTTP
 */
public record Listener(
        String name,
        @Nullable Resource resource,
        Link loadBalancer,
        RoutingTable table,
        Map<String, Resource> rules,
        List<Link> certificates) {

    /** The listener itself; none if it belongs to somebody else. */
    public Optional<Resource> definition() {
        return Optional.ofNullable(resource);
    }

    /** Whether it takes HTTPS. */
    public boolean isHttps() {
        return table.protocol().equals("HTTPS");
    }
}
