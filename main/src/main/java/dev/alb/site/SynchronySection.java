package dev.alb.site;

import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;
import dev.alb.site.binding.Except;
import dev.alb.site.binding.Overlay;
import dev.alb.targetgroups.TargetGroupAttributes;
import dev.alb.terraform.Checks;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How Synchrony is reached: always by HTTP, always at {@code /synchrony} of the host.
 *
 * @param mode who runs it
 * @param port its port
 * @param nodes where a standalone cluster runs; otherwise it runs where Confluence does
 * @param targetGroup what is changed on its target group
 */
public record SynchronySection(
        @Default("managed") @Doc("managed by Confluence, a standalone cluster, or Confluence's internal proxy.")
        SynchronyMode mode,

        @Default("8091") @Doc("Port that -Dsynchrony.port names.")
        int port,

        @Doc("Nodes of a standalone cluster.") @Nullable Nodes nodes,

        @Except(
                value = {"port", "protocol", "vpc_id", "target_type"},
                because = "It follows from vpc_id, the nodes and synchrony.port; Synchrony speaks HTTP only.")
        @Doc("Any attribute of aws_lb_target_group.")
        Overlay<TargetGroupAttributes> targetGroup) {

    /** Checks the port, and the nodes against the mode. */
    public SynchronySection {
        boolean standalone = mode == SynchronyMode.STANDALONE;
        Checks.of("synchrony")
                .addAll(ClusterPorts.violations(port))
                .addAll(ClusterPorts.ofHealthChecks(targetGroup))
                .require(
                        !standalone || nodes != null,
                        "nodes",
                        "be given in standalone mode",
                        "nothing",
                        "Name the nodes of the Synchrony cluster.")
                .require(
                        standalone || nodes == null,
                        "nodes",
                        "be given in standalone mode only",
                        "mode " + mode.name().toLowerCase(Locale.ROOT),
                        "Leave them out: Synchrony runs on Confluence's nodes. Or write mode: standalone.")
                .require(
                        mode != SynchronyMode.PROXY || !targetGroup.isPresent(),
                        "target_group",
                        "be left out in proxy mode",
                        "one",
                        "Leave it out: Confluence passes the requests on, so there is no such group.")
                .done();
    }

    /** Whether the load balancer sends requests to it. */
    public boolean isBehindLoadBalancer() {
        return mode != SynchronyMode.PROXY;
    }

    /** Whether it runs, behind the load balancer, on the nodes of Confluence. */
    boolean sharesNodes() {
        return mode == SynchronyMode.MANAGED;
    }
}
