package dev.alb.topology;

import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;

/**
 * A target that is registered in a target group.
 *
 * @param attachment the resource that registers it
 * @param id an instance, an address, a function or a load balancer
 * @param port on which it gets requests; empty for the target group's own
 */
public record Target(Resource attachment, Link id, String port) {
    @Override
    public String toString() {
        return id.name() + (port.isEmpty() ? "" : ":" + port);
    }
}
