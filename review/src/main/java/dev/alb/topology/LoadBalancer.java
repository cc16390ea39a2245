package dev.alb.topology;

import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import java.util.List;

/**
 * An Application Load Balancer with its listeners.
 *
 * @param resource the load balancer
 * @param listeners in the order of their ports
 * @param securityGroups the groups that it is in
 */
public record LoadBalancer(Resource resource, List<Listener> listeners, List<Link> securityGroups) {
    /** Copies the lists. */
    public LoadBalancer {
        listeners = List.copyOf(listeners);
        securityGroups = List.copyOf(securityGroups);
    }

    /** Terraform's address. */
    public String address() {
        return resource.address();
    }
}
