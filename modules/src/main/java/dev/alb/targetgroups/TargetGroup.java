package dev.alb.targetgroups;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.ReplaceableName;
import dev.alb.terraform.UniqueName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A target group of an Application Load Balancer ({@code aws_lb_target_group}).
 *
 * <pre>{@code
 * TargetGroup confluence = new TargetGroup(stack, "confluence",
 *         TargetGroupAttributes.instances(8090, vpcId).withHealthCheck(HealthCheck.at("/status")));
 * confluence.addTarget("node1", Target.instance("i-0123456789abcdef0"));
 * }</pre>
 *
 * <p>AWS refuses to delete a group that a listener or a rule still names. So a group that has to be replaced is created
 * first, what refers to it moves over, and the old one goes last. Both exist for a while and need different names.
 * Without a name of yours, the group gets its id and a hash of whatever forces a replacement, as in
 * {@code confluence-1c0f9d3a}: the name stays until there is a new group. A reference, such as a VPC that is made in
 * the same stack, can't be part of the hash.
 *
 * <p>With {@code name}, a replacement is refused by AWS while the old group is there. It is created first all the same:
 * then nothing has happened yet, whereas to destroy first would take the targets out of a group that still gets
 * requests, and fail only then. Change the name together with what forces the replacement. With {@code name_prefix}, the
 * provider makes a new name each time.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html">AWS:
 *     target groups</a>
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class TargetGroup extends AwsResource {
    private static final CrossCheck NAMES = new UniqueName<>(TargetGroup.class, TargetGroup::isInSamePlace);

    private final Construct scope;
    private final String id;
    private final TargetGroupAttributes attributes;

    /**
     * A target group.
     *
     * @param id its Terraform address: {@code confluence} becomes {@code aws_lb_target_group.confluence}
     */
    public TargetGroup(Construct scope, String id, TargetGroupAttributes attributes) {
        super(scope, id, "aws_lb_target_group", named(scope, id, attributes), Replacement.CREATE_FIRST);
        this.scope = scope;
        this.id = id;
        this.attributes = attributes;
    }

    /** What it was made from. */
    public TargetGroupAttributes attributes() {
        return attributes;
    }

    /** A reference to its ARN. */
    public String arn() {
        return attribute("arn");
    }

    /** A reference to the end of its ARN, by which CloudWatch knows it. */
    public String arnSuffix() {
        return attribute("arn_suffix");
    }

    /** A reference to its name in AWS. */
    public String name() {
        return attribute("name");
    }

    /**
     * Registers a target.
     *
     * @param key what it is called among the targets of the group: {@code node1} becomes
     *     {@code aws_lb_target_group_attachment.<id>-node1}
     */
    public TargetGroupAttachment addTarget(String key, Target target) {
        TargetGroupAttachmentAttributes attachment =
                new TargetGroupAttachmentAttributes(arn(), target, attributes.region());
        return new TargetGroupAttachment(scope, id + "-" + key, attachment);
    }

    /**
     * Lets an Auto Scaling group register its instances.
     *
     * @param key what it is called among the targets of the group: {@code nodes} becomes
     *     {@code aws_autoscaling_attachment.<id>-nodes}
     * @param name the name of the Auto Scaling group
     */
    public AutoScalingAttachment addAutoScalingGroup(String key, String name) {
        AutoScalingAttachmentAttributes attachment =
                new AutoScalingAttachmentAttributes(name, arn(), attributes.region());
        return new AutoScalingAttachment(scope, id + "-" + key, attachment);
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return List.of(NAMES);
    }

    /** Other stacks may be in other accounts and regions, unless they share a VPC. */
    private boolean isInSamePlace(TargetGroup other) {
        String vpc = attributes.vpcId();
        boolean sameVpc = vpc != null && vpc.equals(other.attributes.vpcId());
        return sameVpc || Objects.equals(attributes.region(), other.attributes.region()) && sharesStackWith(other);
    }

    /** The name, or the prefix of it, that Terraform is given. */
    String givenName() {
        Map<String, Object> arguments = arguments();
        return String.valueOf(arguments.getOrDefault("name", arguments.get("name_prefix")));
    }

    private static Map<String, Object> named(Construct scope, String id, TargetGroupAttributes attributes) {
        if (attributes.name() != null || attributes.namePrefix() != null) {
            return Attributes.of(attributes);
        }
        String name = ReplaceableName.of(scope, id, TargetGroupAttributes.LONGEST_NAME, attributes.forcesReplacement());
        return Attributes.of(attributes.withName(name));
    }
}
