package dev.alb.confluence;

import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.site.Site;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** For how long a connection to a site's load balancer may be silent. */
public final class IdleTimeout {
    /** What AWS sets where nobody says anything. */
    public static final Duration OF_AWS = Duration.ofSeconds(60);

    private IdleTimeout() {}

    /** The one of the load balancer that is made for a site; empty where the site has somebody else's. */
    public static Optional<Duration> of(Site site) {
        if (site.existing() != null) {
            return Optional.empty();
        }
        LoadBalancerAttributes made = LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2"))
                .withIdleTimeout(SiteLoadBalancer.IDLE_TIMEOUT);
        return Optional.of(
                Objects.requireNonNullElse(site.loadBalancer().over(made).idleTimeout(), OF_AWS));
    }
}
