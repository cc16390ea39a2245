package dev.alb.sandbox.services;

import java.util.List;

/** Auto Scaling groups, and the target groups that their instances are registered with. */
final class AutoScalingGroups {
    private static final String TYPE = "aws_autoscaling_group";
    private static final String ATTACHMENT = "aws_autoscaling_attachment";
    private static final String GROUP = "autoscaling_group_name";

    static final List<Behavior> BEHAVIORS = List.of(
            Behavior.of(TYPE)
                    .create(Call.of(
                            "creating Auto Scaling Group ({name})",
                            new Operation("Auto Scaling", "CreateAutoScalingGroup", true),
                            AutoScalingGroups::isNew))
                    .deleted(AutoScalingGroups::detachAll),
            Behavior.of(ATTACHMENT)
                    .create(Call.of(
                            "attaching Auto Scaling Group ({autoscaling_group_name}) target group"
                                    + " ({lb_target_group_arn})",
                            new Operation("Auto Scaling", "AttachLoadBalancerTargetGroups", true),
                            AutoScalingGroups::exists,
                            AutoScalingGroups::hasTargetGroup)));

    private AutoScalingGroups() {}

    private static void isNew(Change change) {
        change.known("name")
                .filter(name -> change.aws().find(TYPE, name).isPresent())
                .ifPresent(name -> {
                    throw Refusal.of(
                            "AlreadyExists",
                            "AutoScalingGroup by this name already exists - A group with the name " + name
                                    + " already exists");
                });
    }

    private static void exists(Change change) {
        String name = change.text(GROUP);
        Existing.find(change.aws(), TYPE, name).orElseThrow(() -> {
            return validation("AutoScalingGroup name not found - AutoScalingGroup '" + name + "' not found");
        });
    }

    private static void hasTargetGroup(Change change) {
        change.known("lb_target_group_arn")
                .ifPresent(arn -> Existing.find(change.aws(), "aws_lb_target_group", arn)
                        .orElseThrow(() -> validation(
                                "Provided Target Groups may not be valid. Please ensure they exist and try again.")));
    }

    private static void detachAll(Change change) {
        Uses.of(change.text("name"), change.aws(), ATTACHMENT, GROUP)
                .forEach(attachment -> change.aws().remove(ATTACHMENT, attachment.id()));
    }

    private static Refusal validation(String message) {
        return Refusal.of("ValidationError", message).unmodelled();
    }
}
