package dev.alb.site;

import dev.alb.securitygroups.SecurityGroupAttributes;
import dev.alb.site.binding.Doc;
import dev.alb.site.binding.Except;
import dev.alb.site.binding.Overlay;
import dev.alb.terraform.Checks;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The security groups: created where they are not named.
 *
 * @param loadBalancer ids of groups that the load balancer gets as they are, instead of one made for it
 * @param nodes id of the nodes' group, which is opened for the load balancer; {@code null} for a new one
 * @param synchronyNodes the same for the nodes of a standalone Synchrony cluster
 * @param loadBalancerGroup what is changed on the group made for the load balancer
 * @param nodesGroup what is changed on the group made for the nodes
 */
public record SecurityGroupsSection(
        @Doc("Ids of existing groups for the load balancer; a group is created where left out.") @Nullable
        List<String> loadBalancer,

        @Doc("Id of the nodes' own group; a group to put on them is created where left out.") @Nullable
        String nodes,

        @Doc("Id of the group of a standalone Synchrony cluster; the nodes' group where left out.") @Nullable
        String synchronyNodes,

        @Except(value = "vpc_id", because = "It follows from vpc_id.")
        @Doc("Any attribute of the aws_security_group made for the load balancer.")
        Overlay<SecurityGroupAttributes> loadBalancerGroup,

        @Except(value = "vpc_id", because = "It follows from vpc_id.")
        @Doc("Any attribute of the aws_security_group made for the nodes.")
        Overlay<SecurityGroupAttributes> nodesGroup) {
    private static final Pattern ID = Pattern.compile("sg-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final String RULE = "be the id of a security group, such as sg-0123456789abcdef0";
    private static final String FIX = "Copy it from the AWS console.";

    /** Checks the ids, and that nothing is set on a group that isn't made. */
    public SecurityGroupsSection {
        Checks checks = Checks.of("security groups")
                .matches("nodes", nodes, ID, RULE, FIX)
                .matches("synchrony_nodes", synchronyNodes, ID, RULE, FIX)
                .require(
                        loadBalancer == null || !loadBalancer.isEmpty(),
                        "load_balancer",
                        "name at least one group",
                        "an empty list",
                        "Name one, or leave the key out to have one created.")
                .require(
                        loadBalancer == null || !loadBalancerGroup.isPresent(),
                        "load_balancer_group",
                        "be left out when load_balancer names groups",
                        "both",
                        "Leave out one of the two.")
                .require(
                        nodes == null || !nodesGroup.isPresent(),
                        "nodes_group",
                        "be left out when nodes names a group",
                        "both",
                        "Leave out one of the two.");
        for (int i = 0; loadBalancer != null && i < loadBalancer.size(); i++) {
            checks.matches("load_balancer[" + i + "]", loadBalancer.get(i), ID, RULE, FIX);
        }
        checks.done();
    }
}
