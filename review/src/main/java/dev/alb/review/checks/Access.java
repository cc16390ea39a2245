package dev.alb.review.checks;

import dev.alb.review.Mark;
import java.util.Set;

/**
 * Somebody who can reach a port.
 *
 * @param target the load balancer, or the group whose members are reached
 * @param isLoadBalancer whether it is a load balancer
 * @param isInternal whether that has no address on the internet
 * @param port which one
 * @param source who
 * @param via what lets them, as addresses
 * @param mark whether they could before and will: {@code CHANGED} means that some of them could
 */
record Access(
        String target,
        boolean isLoadBalancer,
        boolean isInternal,
        int port,
        Source source,
        Set<String> via,
        Mark mark) {

    /** Whether it is everybody. */
    boolean isWorld() {
        return source instanceof Source.Network network && Networks.isWorld(network.cidr());
    }

    /** Whether it is everybody on the internet. */
    boolean isInternet() {
        return isWorld() && !isInternal;
    }

    /** Whether the plan lets somebody in who was out. */
    boolean isNew() {
        return mark == Mark.ADDED || mark == Mark.CHANGED;
    }

    /** Whether it comes over IPv6. */
    boolean isIpv6() {
        return source instanceof Source.Network network && !network.cidr().isIpv4();
    }

    /** How a person calls the source. */
    String who() {
        String anybody = isInternal ? "anybody inside the network" : "anybody";
        return !isWorld() ? source.toString() : anybody + (isIpv6() ? " with IPv6" : "");
    }
}
