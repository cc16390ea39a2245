package dev.alb.serve.proxy;

import dev.alb.routing.RoutingTable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A listener as it decides at this moment.
 *
 * @param name its address in Terraform
 * @param port its port in AWS
 * @param isHttps whether it takes HTTPS
 * @param table what it decides by
 * @param asked what its rules look at besides host, path and method
 * @param loadBalancer what the load balancer says of itself
 * @param attributes what the listener does with headers
 * @param names by which clients find the load balancer
 * @param localPorts where the ports of AWS are on this machine
 * @param cannot why no request can be served as AWS would; {@code null} if they can
 */
record Frontend(
        String name,
        int port,
        boolean isHttps,
        RoutingTable table,
        AskedParts asked,
        LoadBalancerAttributes loadBalancer,
        ListenerAttributes attributes,
        OwnNames names,
        Map<Integer, Integer> localPorts,
        @Nullable String cannot) {

    /**
     * What rules look at.
     *
     * @param headers the names of headers in small letters
     * @param isQuery whether they look at the query string
     */
    record AskedParts(Set<String> headers, boolean isQuery) {}

    String protocol() {
        return isHttps ? "https" : "http";
    }
}
