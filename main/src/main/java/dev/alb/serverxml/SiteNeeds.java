package dev.alb.serverxml;

import dev.alb.confluence.SiteAddress;
import dev.alb.site.Site;
import dev.alb.site.SynchronyMode;
import dev.alb.targetgroups.TargetProtocol;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a site behind a load balancer needs of its Tomcat.
 *
 * @param address where people open it
 * @param port of the Connector to which the load balancer sends requests
 * @param tlsAtTomcat whether it does so by HTTPS
 * @param idleTimeout of the load balancer
 * @param mode who runs Synchrony
 * @param synchronyPort where Synchrony listens
 */
public record SiteNeeds(
        SiteAddress address,
        int port,
        boolean tlsAtTomcat,
        Duration idleTimeout,
        SynchronyMode mode,
        int synchronyPort) {
    /** A connection that Tomcat closes while the load balancer sends a request on it is a 502. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    static final String UNLIMITED = "-1";

    /** The needs of a site behind a load balancer with an idle timeout. */
    public static SiteNeeds of(Site site, Duration idleTimeout) {
        return new SiteNeeds(
                SiteAddress.of(site),
                site.confluence().port(),
                site.confluence().protocol() == TargetProtocol.HTTPS,
                idleTimeout,
                site.synchrony().mode(),
                site.synchrony().port());
    }

    /** How long Tomcat keeps a connection on which nothing is asked. */
    Duration keepAlive() {
        return idleTimeout.plus(MARGIN);
    }

    /** What the Connector says of the load balancer, in the order in which it is written. */
    Map<String, String> connector() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("proxyName", address.domain());
        attributes.put("proxyPort", String.valueOf(address.port()));
        attributes.put("scheme", address.scheme());
        attributes.put("secure", String.valueOf(address.tls()));
        attributes.put("keepAliveTimeout", String.valueOf(keepAlive().toMillis()));
        attributes.put("maxKeepAliveRequests", UNLIMITED);
        return attributes;
    }
}
