package dev.alb.securitygroups;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.ReplaceableName;
import dev.alb.terraform.UniqueName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A security group ({@code aws_security_group}).
 *
 * <pre>{@code
 * SecurityGroup alb = new SecurityGroup(stack, "alb", SecurityGroupAttributes.inVpc(vpcId, "Load balancer of the wiki"));
 * alb.allowFrom("office", Peer.ipv4("203.0.113.0/24"), Ports.tcp(443), "Office");
 * alb.mayReach(nodes, "http", Ports.tcp(8090), "Confluence");
 * }</pre>
 *
 * <p>It lets nothing in and nothing out except by the rules that are added: Terraform takes out the rule to everywhere
 * that AWS puts into each new group. Rules are resources of their own, so that others can add some.
 *
 * <p>A group that is in use can't be deleted. So one that has to be replaced is created first, what refers to it moves
 * over, and the old one goes last. Both exist for a while and need different names: without a name of yours, the group
 * gets its id and a hash of whatever forces a replacement, as in {@code alb-1c0f9d3a}. With {@code name}, AWS refuses
 * the second group before anything else has happened; change the name together with what forces the replacement.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html">AWS: security groups</a>
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class SecurityGroup extends AwsResource implements GroupReference {
    private static final CrossCheck NAMES = new UniqueName<>(SecurityGroup.class, SecurityGroup::isInSameVpc);

    private final Construct scope;
    private final String id;
    private final SecurityGroupAttributes attributes;

    /**
     * A security group without rules.
     *
     * @param id its Terraform address: {@code alb} becomes {@code aws_security_group.alb}
     */
    public SecurityGroup(Construct scope, String id, SecurityGroupAttributes attributes) {
        super(scope, id, "aws_security_group", named(scope, id, attributes), Replacement.CREATE_FIRST);
        this.scope = scope;
        this.id = id;
        this.attributes = attributes;
    }

    /** What it was made from. */
    public SecurityGroupAttributes attributes() {
        return attributes;
    }

    /** A reference to its id, by which load balancers, instances and rules name it. */
    @Override
    public String groupId() {
        return attribute("id");
    }

    /** A reference to its ARN. */
    public String arn() {
        return attribute("arn");
    }

    /** A reference to its name in AWS. */
    public String name() {
        return attribute("name");
    }

    @Override
    public Construct scope() {
        return scope;
    }

    @Override
    public String constructId() {
        return id;
    }

    @Override
    public @Nullable String region() {
        return attributes.region();
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return List.of(NAMES);
    }

    /** Without a VPC it is the default one, which another stack's account may have too. */
    private boolean isInSameVpc(SecurityGroup other) {
        String vpc = attributes.vpcId();
        return vpc == null
                ? other.attributes.vpcId() == null && Objects.equals(region(), other.region()) && sharesStackWith(other)
                : vpc.equals(other.attributes.vpcId());
    }

    private static Map<String, Object> named(Construct scope, String id, SecurityGroupAttributes attributes) {
        if (attributes.name() != null || attributes.namePrefix() != null) {
            return Attributes.of(attributes);
        }
        String allowedId = id.replaceFirst("^(sg-)+", "");
        String name = ReplaceableName.of(
                scope, allowedId, SecurityGroupAttributes.LONGEST_NAME, attributes.forcesReplacement());
        return Attributes.of(attributes.withName(name));
    }
}
