package dev.alb.verify.probes;

import java.util.List;

/** Knows what AWS knows of a site's load balancer. */
public interface LoadBalancers {

    /**
     * The DNS name of the load balancer.
     *
     * @throws Untold if AWS doesn't tell
     */
    String dnsName() throws Untold;

    /**
     * What is registered in a target group, and how it is.
     *
     * @throws Untold if AWS doesn't tell
     */
    List<TargetHealth> targets(Group group) throws Untold;

    /**
     * How a target is.
     *
     * @param id of an instance, or an address
     * @param port where it is reached
     * @param state such as {@code healthy} or {@code unhealthy}
     * @param reason AWS's code, such as {@code Target.Timeout}; "" for none
     * @param description AWS's words; "" for none
     */
    record TargetHealth(String id, int port, String state, String reason, String description) {}
}
