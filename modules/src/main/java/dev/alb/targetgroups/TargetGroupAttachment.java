package dev.alb.targetgroups;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import java.util.List;
import java.util.Map;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A target in a group ({@code aws_lb_target_group_attachment}).
 *
 * <p>Before a Lambda function is registered, the load balancer needs the permission to invoke it: that is made too, as
 * {@code <id>-permission}. A new attachment comes before the old one goes, so that a group which is replaced has its
 * targets before requests reach it.
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class TargetGroupAttachment extends AwsResource {
    private final TargetGroupAttachmentAttributes attributes;

    /**
     * An attachment to a group that is made here or elsewhere.
     *
     * @param id its Terraform address: {@code wiki-node1} becomes {@code aws_lb_target_group_attachment.wiki-node1}
     */
    public TargetGroupAttachment(Construct scope, String id, TargetGroupAttachmentAttributes attributes) {
        super(scope, id, "aws_lb_target_group_attachment", permitted(scope, id, attributes), Replacement.CREATE_FIRST);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public TargetGroupAttachmentAttributes attributes() {
        return attributes;
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return List.of(AttachmentCheck.values());
    }

    private static Map<String, Object> permitted(
            Construct scope, String id, TargetGroupAttachmentAttributes attributes) {
        Map<String, Object> arguments = attributes.arguments();
        if (attributes.target() instanceof Target.LambdaFunction function) {
            LambdaPermission permission = new LambdaPermission(scope, id, function, attributes);
            arguments.put("depends_on", List.of(permission.address()));
        }
        return arguments;
    }
}
