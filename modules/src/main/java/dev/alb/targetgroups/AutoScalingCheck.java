package dev.alb.targetgroups;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold for an Auto Scaling group and the target groups it fills. */
enum AutoScalingCheck implements CrossCheck {
    /** It registers instances, so the group must be of that type. */
    TYPE {
        @Override
        public List<Violation> violations(Inventory inventory) {
            return inventory.all(AutoScalingAttachment.class).stream()
                    .flatMap(attachment -> misfit(inventory, attachment))
                    .toList();
        }
    },
    /** It is attached to a group once. */
    ONCE {
        @Override
        public List<Violation> violations(Inventory inventory) {
            Set<AutoScalingAttachmentAttributes> seen = new HashSet<>();
            return inventory.all(AutoScalingAttachment.class).stream()
                    .filter(attachment -> !seen.add(attachment.attributes()))
                    .map(AutoScalingCheck::repeated)
                    .toList();
        }
    };

    private static Stream<Violation> misfit(Inventory inventory, AutoScalingAttachment attachment) {
        return inventory.find(TargetGroup.class, attachment.attributes().lbTargetGroupArn()).stream()
                .filter(group -> group.attributes().targetType() != TargetType.INSTANCE)
                .map(group -> Violation.at(
                        attachment.address(),
                        "lb_target_group_arn",
                        "name a target group of type instance",
                        group.address() + " of type "
                                + group.attributes().targetType().toTerraform(),
                        "Make the group with TargetGroupAttributes.instances."));
    }

    private static Violation repeated(AutoScalingAttachment attachment) {
        return Violation.at(
                attachment.address(),
                "autoscaling_group_name",
                "be attached to a target group once",
                "\"" + attachment.attributes().autoscalingGroupName() + "\"",
                "Take the repeated one out.");
    }
}
