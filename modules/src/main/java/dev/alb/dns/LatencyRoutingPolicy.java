package dev.alb.dns;

import dev.alb.terraform.Checks;
import java.util.regex.Pattern;

/**
 * Answers with the record whose region is nearest to the client in time.
 *
 * @param region the region of the load balancer, such as {@code eu-central-1}
 */
public record LatencyRoutingPolicy(String region) {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-\\d");

    /** Checks the form of the region. */
    public LatencyRoutingPolicy {
        Checks.of("latency routing")
                .matches(
                        "latency_routing_policy.region",
                        region,
                        REGION,
                        "be a region such as eu-central-1",
                        "Name the region of the load balancer.")
                .done();
    }
}
