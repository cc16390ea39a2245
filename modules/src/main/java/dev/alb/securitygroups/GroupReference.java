package dev.alb.securitygroups;

import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A security group that can be given rules: one made here, or one that is already in AWS.
 *
 * <p>Every rule is a resource of its own. None is made that was not asked for.
 */
public sealed interface GroupReference permits SecurityGroup, ExistingSecurityGroup {

    /** Its id in AWS, or a reference to it. */
    String groupId();

    /** Where its rules are made. */
    Construct scope();

    /** What it is called among its siblings; the ids of its rules begin with that. */
    String constructId();

    /** Its region, if that is another one than the provider's. */
    @Nullable
    String region();

    /**
     * Lets traffic in.
     *
     * @param key what the rule is called: {@code office} becomes
     *     {@code aws_vpc_security_group_ingress_rule.<id>-from-office}
     * @param peer where it comes from
     * @param ports where it goes to
     * @param description what it is for, as the AWS console shows it
     */
    default IngressRule allowFrom(String key, Peer peer, Ports ports, String description) {
        return new IngressRule(scope(), constructId() + "-from-" + key, rule(peer, ports, description));
    }

    /**
     * Lets traffic out.
     *
     * @param key what the rule is called: {@code mail} becomes {@code aws_vpc_security_group_egress_rule.<id>-to-mail}
     * @param peer where it goes to
     * @param ports the ports there
     * @param description what it is for, as the AWS console shows it
     */
    default EgressRule allowTo(String key, Peer peer, Ports ports, String description) {
        return new EgressRule(scope(), constructId() + "-to-" + key, rule(peer, ports, description));
    }

    /**
     * Lets the members of this group reach those of another: both the way out of here and the way in there.
     *
     * <p>{@code alb.mayReach(nodes, "http", …)} makes the rules {@code alb-to-nodes-http} and {@code nodes-from-alb-http},
     * both beside this group, so that two stacks don't come to depend on each other.
     *
     * @param to the other group, or this one for traffic among its members
     * @param key what this way is called
     * @param ports the ports there
     * @param description what it is for, as the AWS console shows it at both groups
     */
    default Reach mayReach(GroupReference to, String key, Ports ports, String description) {
        String out = constructId() + "-to-" + to.constructId() + "-" + key;
        String in = to.constructId() + "-from-" + constructId() + "-" + key;
        return new Reach(
                new EgressRule(scope(), out, rule(Peer.securityGroup(to.groupId()), ports, description)),
                new IngressRule(scope(), in, to.rule(Peer.securityGroup(groupId()), ports, description)));
    }

    /** The attributes of a rule of this group. */
    private SecurityGroupRuleAttributes rule(Peer peer, Ports ports, String description) {
        return SecurityGroupRuleAttributes.of(groupId(), peer, ports)
                .withDescription(description)
                .withRegion(region());
    }
}
