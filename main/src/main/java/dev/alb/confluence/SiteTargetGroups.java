package dev.alb.confluence;

import dev.alb.site.Nodes;
import dev.alb.site.Site;
import dev.alb.targetgroups.HealthCheck;
import dev.alb.targetgroups.Stickiness;
import dev.alb.targetgroups.Target;
import dev.alb.targetgroups.TargetGroup;
import dev.alb.targetgroups.TargetGroupAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The target groups of Confluence and of Synchrony.
 *
 * <p>Both get the same nodes from the same list, so that no node can be in only one of them, which Atlassian's guide asks
 * for by hand.
 */
final class SiteTargetGroups {
    /** Wide enough that a garbage collection doesn't take a node out, narrow enough that a dead one is gone in a minute. */
    private static final HealthCheck HEALTH_CHECK = HealthCheck.at("/status")
            .withInterval(Duration.ofSeconds(20))
            .withTimeout(Duration.ofSeconds(10))
            .withHealthyThreshold(2)
            .withUnhealthyThreshold(3)
            .withMatcher("200");

    private final TargetGroup confluence;
    private final @Nullable TargetGroup synchrony;

    private SiteTargetGroups(TargetGroup confluence, @Nullable TargetGroup synchrony) {
        this.confluence = confluence;
        this.synchrony = synchrony;
    }

    static SiteTargetGroups of(Plan plan) {
        TargetGroup confluence = plan.made(
                "confluence.target_group", new TargetGroup(plan.stack(), "confluence", confluence(plan.site())));
        register(plan, confluence, plan.site().nodes(), "nodes");
        if (!plan.site().synchrony().isBehindLoadBalancer()) {
            return new SiteTargetGroups(confluence, null);
        }
        TargetGroup synchrony =
                plan.made("synchrony.target_group", new TargetGroup(plan.stack(), "synchrony", synchrony(plan.site())));
        boolean ownNodes = plan.site().synchrony().nodes() != null;
        register(plan, synchrony, synchronyNodes(plan.site()), ownNodes ? "synchrony.nodes" : "nodes");
        return new SiteTargetGroups(confluence, synchrony);
    }

    TargetGroup confluence() {
        return confluence;
    }

    /** Empty where Confluence passes Synchrony's requests on by itself. */
    Optional<TargetGroup> synchrony() {
        return Optional.ofNullable(synchrony);
    }

    private static TargetGroupAttributes confluence(Site site) {
        TargetGroupAttributes attributes = group(site.nodes(), site.confluence().port(), site)
                .withHealthCheck(HEALTH_CHECK
                        .withPath(site.confluence().contextPath() + "/status")
                        .withProtocol(site.confluence().protocol()))
                .withProtocol(site.confluence().protocol());
        return site.confluence().targetGroup().over(attributes).namedAfter(site.name() + "-confluence");
    }

    private static TargetGroupAttributes synchrony(Site site) {
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

    private static Nodes synchronyNodes(Site site) {
        Nodes own = site.synchrony().nodes();
        return own == null ? site.nodes() : own;
    }

    private static void register(Plan plan, TargetGroup group, Nodes nodes, String origin) {
        for (String instance : orNone(nodes.instances())) {
            plan.made(origin, group.addTarget(instance, Target.instance(instance)));
        }
        List<String> ips = orNone(nodes.ips());
        for (int i = 0; i < ips.size(); i++) {
            String ip = ips.get(i);
            plan.ofValue(origin + ".ips[" + i + "]", () -> address(ip, nodes.availabilityZone()))
                    .ifPresent(target -> plan.made(origin, group.addTarget(Names.key(ip), target)));
        }
        String autoScalingGroup = nodes.autoScalingGroup();
        if (autoScalingGroup != null) {
            plan.ofValue(origin + ".auto_scaling_group", () -> group.addAutoScalingGroup("nodes", autoScalingGroup))
                    .ifPresent(attachment -> plan.made(origin, attachment));
        }
    }

    private static Target address(String ip, @Nullable String availabilityZone) {
        return availabilityZone == null ? Target.ip(ip) : Target.ip(ip).withAvailabilityZone(availabilityZone);
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
