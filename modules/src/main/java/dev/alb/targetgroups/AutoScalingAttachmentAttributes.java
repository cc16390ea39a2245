package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Which Auto Scaling group fills which target group, in the names of {@code aws_autoscaling_attachment}.
 *
 * @param autoscalingGroupName the Auto Scaling group
 * @param lbTargetGroupArn the target group, made here or elsewhere
 * @param region another region than the provider's; a change attaches it anew
 */
@ResourceAttributes
public record AutoScalingAttachmentAttributes(
        String autoscalingGroupName,
        String lbTargetGroupArn,
        @Nullable String region) implements AutoScalingAttachmentAttributesBuilder.With {

    /** Checks the name and the ARN. */
    public AutoScalingAttachmentAttributes {
        Checks.of("Auto Scaling attachment")
                .length("autoscaling_group_name", autoscalingGroupName, 1, 255)
                .arn("lb_target_group_arn", lbTargetGroupArn, "elasticloadbalancing", "targetgroup/")
                .done();
    }

    /** An Auto Scaling group whose instances are registered in a target group. */
    public static AutoScalingAttachmentAttributes of(String autoscalingGroupName, String lbTargetGroupArn) {
        return new AutoScalingAttachmentAttributes(autoscalingGroupName, lbTargetGroupArn, null);
    }
}
