package dev.alb.confluence;

import dev.alb.site.Nodes;
import dev.alb.targetgroups.Target;
import dev.alb.targetgroups.TargetGroup;
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
    private final TargetGroup confluence;
    private final @Nullable TargetGroup synchrony;

    private SiteTargetGroups(TargetGroup confluence, @Nullable TargetGroup synchrony) {
        this.confluence = confluence;
        this.synchrony = synchrony;
    }

    static SiteTargetGroups of(Plan plan) {
        TargetGroup confluence = plan.made(
                "confluence.target_group",
                new TargetGroup(plan.stack(), "confluence", SiteTargets.confluence(plan.site())));
        register(plan, confluence, plan.site().nodes(), "nodes");
        if (!plan.site().synchrony().isBehindLoadBalancer()) {
            return new SiteTargetGroups(confluence, null);
        }
        TargetGroup synchrony = plan.made(
                "synchrony.target_group",
                new TargetGroup(plan.stack(), "synchrony", SiteTargets.synchrony(plan.site())));
        boolean ownNodes = plan.site().synchrony().nodes() != null;
        register(plan, synchrony, SiteTargets.synchronyNodes(plan.site()), ownNodes ? "synchrony.nodes" : "nodes");
        return new SiteTargetGroups(confluence, synchrony);
    }

    TargetGroup confluence() {
        return confluence;
    }

    /** Empty where Confluence passes Synchrony's requests on by itself. */
    Optional<TargetGroup> synchrony() {
        return Optional.ofNullable(synchrony);
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
