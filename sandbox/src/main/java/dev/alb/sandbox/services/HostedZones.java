package dev.alb.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.sandbox.values.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The Route 53 zones of load balancers' DNS names: one for each region and kind, the same for all accounts. */
final class HostedZones {
    private static final JsonNode ZONES = read();
    private static final String OLDEST_REGION = "us-east-1";

    private HostedZones() {}

    /** The zone of a load balancer; that of the oldest region where the region is not listed. */
    static String of(String region, Value.Mapping loadBalancer) {
        return of(region, LoadBalancers.isApplication(loadBalancer) ? "application" : "network");
    }

    /** The same for {@code application} or {@code network} load balancers. */
    static String of(String region, String type) {
        JsonNode zones = ZONES.get(type);
        return zones.path(zones.has(region) ? region : OLDEST_REGION).asText();
    }

    private static JsonNode read() {
        try (InputStream in = HostedZones.class.getResourceAsStream("/dev/alb/sandbox/elb-hosted-zones.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
