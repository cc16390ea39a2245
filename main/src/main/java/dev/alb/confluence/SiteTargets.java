package dev.alb.confluence;

import dev.alb.site.Nodes;
import dev.alb.site.Site;
import dev.alb.targetgroups.HealthCheck;
import dev.alb.targetgroups.Stickiness;
import dev.alb.targetgroups.TargetGroupAttributes;
import java.time.Duration;

/** What a site's target groups are, which can be told before anything is made. */
public final class SiteTargets {
    /** Wide enough that a garbage collection doesn't take a node out, narrow enough that a dead one is gone in a minute. */
    private static final HealthCheck HEALTH_CHECK = HealthCheck.at("/status")
            .withInterval(Duration.ofSeconds(20))
            .withTimeout(Duration.ofSeconds(10))
            .withHealthyThreshold(2)
            .withUnhealthyThreshold(3)
            .withMatcher("200");

    private SiteTargets() {}

    /** Of Confluence's target group, with the name that it gets in AWS. */
    public static TargetGroupAttributes confluence(Site site) {
        TargetGroupAttributes attributes = group(site.nodes(), site.confluence().port(), site)
                .withHealthCheck(HEALTH_CHECK
                        .withPath(site.confluence().contextPath() + "/status")
                        .withProtocol(site.confluence().protocol()))
                .withProtocol(site.confluence().protocol());
        return site.confluence().targetGroup().over(attributes).namedAfter(site.name() + "-confluence");
    }

    /** Of Synchrony's target group, with the name that it gets in AWS; there is none in proxy mode. */
    public static TargetGroupAttributes synchrony(Site site) {
        TargetGroupAttributes attributes = group(
                        synchronyNodes(site), site.synchrony().port(), site)
                .withHealthCheck(HEALTH_CHECK.withPath("/synchrony/heartbeat"));
        return site.synchrony().targetGroup().over(attributes).namedAfter(site.name() + "-synchrony");
    }

    private static TargetGroupAttributes group(Nodes nodes, int port, Site site) {
        TargetGroupAttributes attributes = nodes.areAddresses()
                ? TargetGroupAttributes.ips(port, site.vpcId())
                : TargetGroupAttributes.instances(port, site.vpcId());
        return attributes.withStickiness(Stickiness.lbCookie(Duration.ofDays(1)));
    }

    /** Where Synchrony runs. */
    public static Nodes synchronyNodes(Site site) {
        Nodes own = site.synchrony().nodes();
        return own == null ? site.nodes() : own;
    }
}
