package dev.alb.targetgroups;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import java.util.List;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * An Auto Scaling group that registers its instances in a target group ({@code aws_autoscaling_attachment}).
 *
 * <p>The resource of the Auto Scaling group must ignore changes of its {@code target_group_arns}, or both of them will
 * undo each other's work.
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class AutoScalingAttachment extends AwsResource {
    private final AutoScalingAttachmentAttributes attributes;

    /**
     * An attachment to a target group that is made here or elsewhere.
     *
     * @param id its Terraform address: {@code wiki-nodes} becomes {@code aws_autoscaling_attachment.wiki-nodes}
     */
    public AutoScalingAttachment(Construct scope, String id, AutoScalingAttachmentAttributes attributes) {
        super(scope, id, "aws_autoscaling_attachment", Attributes.of(attributes), Replacement.CREATE_FIRST);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public AutoScalingAttachmentAttributes attributes() {
        return attributes;
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return List.of(AutoScalingCheck.values());
    }
}
