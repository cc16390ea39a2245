package dev.alb.site;

import dev.alb.site.binding.Doc;
import dev.alb.terraform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What is there already and stays with its owner.
 *
 * @param loadBalancerArn the load balancer to which listeners are added
 * @param listenerArn the listener to which rules for the domain are added; nothing else is made then
 * @param synchronyPriority where Synchrony's rule stands on that listener; {@code null} for a number from the domain
 * @param confluencePriority where Confluence's rule stands on it; {@code null} for a number from the domain
 */
public record ExistingSection(
        @Doc("ARN of a load balancer that gets the listeners.") @Nullable
        String loadBalancerArn,

        @Doc("ARN of a listener that gets rules for the domain.") @Nullable
        String listenerArn,

        @Doc("Priority of Synchrony's rule on that listener, before Confluence's; worked out where left out.") @Nullable
        Integer synchronyPriority,

        @Doc("Priority of Confluence's rule on that listener; worked out where left out.") @Nullable
        Integer confluencePriority) {

    private static final int LAST_PRIORITY = 50_000;

    /** Checks the ARNs, and that one is given. */
    public ExistingSection {
        Checks.of("existing")
                .arn("load_balancer_arn", loadBalancerArn, "elasticloadbalancing")
                .arn("listener_arn", listenerArn, "elasticloadbalancing")
                .require(
                        isKind(loadBalancerArn, "loadbalancer/app/"),
                        "load_balancer_arn",
                        "be the ARN of an Application Load Balancer, with :loadbalancer/app/ in it",
                        loadBalancerArn,
                        "Copy it from the load balancer's page.")
                .require(
                        isKind(listenerArn, "listener/app/"),
                        "listener_arn",
                        "be the ARN of a listener of an Application Load Balancer, with :listener/app/ in it",
                        listenerArn,
                        "Copy it from the listener's page.")
                .between("synchrony_priority", synchronyPriority, 1, LAST_PRIORITY)
                .between("confluence_priority", confluencePriority, 1, LAST_PRIORITY)
                .require(
                        listenerArn != null || synchronyPriority == null && confluencePriority == null,
                        synchronyPriority == null ? "confluence_priority" : "synchrony_priority",
                        "be given with listener_arn only",
                        "it without one",
                        "Leave it out: on a listener of its own the site has its fixed priorities.")
                .require(
                        loadBalancerArn != null || listenerArn != null,
                        "",
                        "name a load balancer or a listener",
                        "neither",
                        "Name one, or leave existing out.")
                .done();
    }

    private static boolean isKind(@Nullable String arn, String kind) {
        return arn == null || arn.contains(":" + kind);
    }
}
