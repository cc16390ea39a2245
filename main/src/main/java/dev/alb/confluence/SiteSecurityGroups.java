package dev.alb.confluence;

import dev.alb.actions.Action;
import dev.alb.securitygroups.ExistingSecurityGroup;
import dev.alb.securitygroups.GroupReference;
import dev.alb.securitygroups.Peer;
import dev.alb.securitygroups.Ports;
import dev.alb.securitygroups.Reach;
import dev.alb.securitygroups.SecurityGroup;
import dev.alb.securitygroups.SecurityGroupAttributes;
import dev.alb.site.RuleSection;
import dev.alb.site.SecurityGroupsSection;
import dev.alb.site.Site;
import dev.alb.targetgroups.TargetGroup;
import dev.alb.targetgroups.TargetGroupAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who reaches the load balancer, and what the load balancer reaches: the ports in use, and nothing else.
 *
 * <p>The load balancer's group is made with its rules, unless the file names groups, which stay as they are. The nodes'
 * group is opened for the load balancer in both cases.
 */
final class SiteSecurityGroups {
    private static final int HTTPS_PORT = 443;

    private final Plan plan;
    private final @Nullable SecurityGroup loadBalancer;
    private final GroupReference nodes;
    private final GroupReference synchronyNodes;

    private SiteSecurityGroups(
            Plan plan, @Nullable SecurityGroup loadBalancer, GroupReference nodes, GroupReference synchronyNodes) {
        this.plan = plan;
        this.loadBalancer = loadBalancer;
        this.nodes = nodes;
        this.synchronyNodes = synchronyNodes;
    }

    static SiteSecurityGroups of(Plan plan) {
        SecurityGroupsSection section = plan.site().securityGroups();
        SecurityGroup loadBalancer = section.loadBalancer() == null ? loadBalancerGroup(plan) : null;
        GroupReference nodes = section.nodes() == null
                ? nodesGroup(plan)
                : new ExistingSecurityGroup(plan.stack(), "nodes", section.nodes());
        GroupReference synchronyNodes = section.synchronyNodes() == null
                ? nodes
                : new ExistingSecurityGroup(plan.stack(), "synchrony_nodes", section.synchronyNodes());
        return new SiteSecurityGroups(plan, loadBalancer, nodes, synchronyNodes);
    }

    /** The groups that the load balancer gets. */
    List<String> ofLoadBalancer() {
        List<String> named = plan.site().securityGroups().loadBalancer();
        return loadBalancer != null ? List.of(loadBalancer.groupId()) : List.copyOf(named);
    }

    /** The group made for the load balancer. */
    Optional<SecurityGroup> madeForLoadBalancer() {
        return Optional.ofNullable(loadBalancer);
    }

    /** The group made for the nodes. */
    Optional<SecurityGroup> madeForNodes() {
        return nodes instanceof SecurityGroup made ? Optional.of(made) : Optional.empty();
    }

    /** Lets browsers in, and the nodes themselves, which look for Synchrony at the site's address. */
    void letIn(List<Integer> listenerPorts) {
        if (loadBalancer == null) {
            return;
        }
        for (Source source : Source.of(plan)) {
            for (int port : listenerPorts) {
                String key = source.key() + "-" + port;
                plan.made(source.origin(), loadBalancer.allowFrom(key, source.peer(), Ports.tcp(port), source.why()));
            }
        }
        if (plan.site().internal() && plan.site().synchrony().isBehindLoadBalancer()) {
            letNodesIn(nodes, listenerPorts);
            if (synchronyNodes != nodes) {
                letNodesIn(synchronyNodes, listenerPorts);
            }
        }
    }

    /** Lets the load balancer reach the targets, for requests and for health checks. */
    void letOut(SiteTargetGroups targetGroups) {
        reach(nodes, targetGroups.confluence(), "confluence");
        targetGroups.synchrony().ifPresent(group -> reach(synchronyNodes, group, "synchrony"));
    }

    /** Whoever signs people in has to reach the identity provider, whose addresses nobody knows beforehand. */
    void letOutToSignIn() {
        for (Map.Entry<String, RuleSection> rule : plan.site().rules().entrySet()) {
            if (loadBalancer != null && rule.getValue().actions().stream().anyMatch(Action::needsHttps)) {
                Peer anybody = Peer.ipv4("0.0.0.0/0");
                Ports https = Ports.tcp(HTTPS_PORT);
                String why = "Load balancer to the identity provider";
                plan.made("rules." + rule.getKey(), loadBalancer.allowTo("sign-in-443", anybody, https, why));
                return;
            }
        }
    }

    private void reach(GroupReference targets, TargetGroup group, String service) {
        for (int port : portsOf(group.attributes())) {
            String why = "Load balancer to " + service;
            if (loadBalancer != null) {
                Reach reach = loadBalancer.mayReach(targets, service + "-" + port, Ports.tcp(port), why);
                plan.made(service, reach.egress());
                plan.made(service, reach.ingress());
            } else {
                for (String id : ofLoadBalancer()) {
                    String key = Names.key(id) + "-" + service + "-" + port;
                    plan.made(service, targets.allowFrom(key, Peer.securityGroup(id), Ports.tcp(port), why));
                }
            }
        }
    }

    private void letNodesIn(GroupReference group, List<Integer> listenerPorts) {
        for (int port : listenerPorts) {
            plan.made(
                    "security_groups",
                    loadBalancer.allowFrom(
                            group.constructId() + "-" + port,
                            Peer.securityGroup(group.groupId()),
                            Ports.tcp(port),
                            "Nodes to Synchrony through the load balancer"));
        }
    }

    private static Set<Integer> portsOf(TargetGroupAttributes attributes) {
        Set<Integer> ports = new TreeSet<>();
        ports.add(attributes.port());
        if (attributes.healthCheck() != null && attributes.healthCheck().port() != null) {
            ports.add(attributes.healthCheck().port());
        }
        return ports;
    }

    private static SecurityGroup loadBalancerGroup(Plan plan) {
        Site site = plan.site();
        SecurityGroupAttributes attributes =
                SecurityGroupAttributes.inVpc(site.vpcId(), "Load balancer of Confluence " + site.name());
        return plan.made(
                "security_groups.load_balancer_group",
                new SecurityGroup(
                        plan.stack(),
                        "load_balancer",
                        site.securityGroups()
                                .loadBalancerGroup()
                                .over(attributes)
                                .namedAfter(site.name() + "-load-balancer")));
    }

    private static SecurityGroup nodesGroup(Plan plan) {
        Site site = plan.site();
        SecurityGroupAttributes attributes =
                SecurityGroupAttributes.inVpc(site.vpcId(), "Nodes of Confluence " + site.name());
        return plan.made(
                "security_groups.nodes_group",
                new SecurityGroup(
                        plan.stack(),
                        "nodes",
                        site.securityGroups().nodesGroup().over(attributes).namedAfter(site.name() + "-nodes")));
    }
}
