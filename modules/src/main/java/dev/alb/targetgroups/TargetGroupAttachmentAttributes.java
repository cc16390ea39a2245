package dev.alb.targetgroups;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which target belongs to which group, in the names of {@code aws_lb_target_group_attachment}.
 *
 * @param targetGroupArn the group, made here or elsewhere
 * @param target what is registered in it
 * @param region another region than the provider's; a change registers it anew
 */
@ResourceAttributes
public record TargetGroupAttachmentAttributes(
        String targetGroupArn, Target target, @Nullable String region)
        implements TargetGroupAttachmentAttributesBuilder.With {

    /** Checks the ARN. */
    public TargetGroupAttachmentAttributes {
        Checks.of("target group attachment")
                .arn("target_group_arn", targetGroupArn, "elasticloadbalancing", "targetgroup/")
                .done();
    }

    /** A target in a group. */
    public static TargetGroupAttachmentAttributes of(String targetGroupArn, Target target) {
        return new TargetGroupAttachmentAttributes(targetGroupArn, target, null);
    }

    Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>(Attributes.of(this));
        Object target = arguments.remove("target");
        ((Map<?, ?>) target).forEach((name, value) -> arguments.put((String) name, value));
        return arguments;
    }
}
