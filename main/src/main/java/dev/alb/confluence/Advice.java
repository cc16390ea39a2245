package dev.alb.confluence;

import dev.alb.site.Site;
import dev.alb.targetgroups.TargetGroup;
import java.time.Duration;

/** What works, and probably not as intended. */
final class Advice {
    /** How long Synchrony takes to hand its documents over when it is stopped. */
    private static final Duration SYNCHRONY_GRACE = Duration.ofSeconds(25);

    private Advice() {}

    static void give(Plan plan, SiteTargetGroups targetGroups) {
        adviseOnNodes(plan);
        adviseOnPlainText(plan);
        targetGroups.synchrony().ifPresent(group -> adviseOnDraining(plan, group));
    }

    private static void adviseOnNodes(Plan plan) {
        Site site = plan.site();
        boolean nodesAreKeptOut = !site.internal()
                && site.existing() == null
                && site.securityGroups().loadBalancer() == null
                && site.access().isRestricted()
                && site.access().nodes().isEmpty();
        if (nodesAreKeptOut && site.synchrony().isBehindLoadBalancer()) {
            plan.warn(
                    "access",
                    "name under nodes the addresses from which the nodes come",
                    "none",
                    "Confluence's nodes reach Synchrony through the load balancer, and come to a public one from their"
                            + " NAT gateways. Without these addresses collaborative editing fails.");
        }
    }

    private static void adviseOnPlainText(Plan plan) {
        if (!plan.site().tls().enabled()) {
            plan.warn(
                    "tls.enabled",
                    "be true",
                    "false",
                    "Passwords and pages cross the network in clear text, and everybody on the way can read them.");
        }
    }

    private static void adviseOnDraining(Plan plan, TargetGroup group) {
        Duration delay = group.attributes().deregistrationDelay();
        if (delay != null && delay.compareTo(SYNCHRONY_GRACE) < 0) {
            plan.warn(
                    "synchrony.target_group.deregistration_delay",
                    "be at least " + SYNCHRONY_GRACE.toSeconds() + " s",
                    delay.toSeconds() + " s",
                    "Synchrony takes that long to hand over the documents that are being edited.");
        }
    }
}
