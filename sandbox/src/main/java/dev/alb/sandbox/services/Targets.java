package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.ElasticLoadBalancing.operation;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Targets of target groups: {@code aws_lb_target_group_attachment}. */
final class Targets {
    static final String TYPE = "aws_lb_target_group_attachment";

    private static final String GROUP = "target_group_arn";

    static final Behavior BEHAVIOR = Behavior.of(TYPE)
            .create(Call.of(
                    "registering ELBv2 Target Group ({target_group_arn}) target",
                    operation("RegisterTargets"),
                    new Arn(GROUP, "target group", "targetgroup"),
                    new Reference(
                            GROUP,
                            TargetGroups.TYPE,
                            arn -> Refusal.of("TargetGroupNotFound", "Target group '" + arn + "' not found")),
                    TargetAddresses::check,
                    Targets::groupHasRoom,
                    Targets::loadBalancerHasRoom))
            .delete(Call.of(
                    "deregistering ELBv2 Target Group ({target_group_arn}) target", operation("DeregisterTargets")))
            .deleted(Targets::removeSameRegistrations);

    private Targets() {}

    /** Takes all targets of a group out. */
    static void removeAll(Transaction aws, String group) {
        of(aws, group).forEach(target -> aws.remove(TYPE, target.id()));
    }

    private static List<AwsObject> of(Transaction aws, String group) {
        return aws.all(TYPE).stream()
                .filter(target -> target.text(GROUP).equals(group))
                .toList();
    }

    /** A target that is registered twice is one target, so that it is gone for both. */
    private static void removeSameRegistrations(Change change) {
        String registration = registration(
                new AwsObject(change.type(), change.aws().region(), change.object(), AwsObject.Origin.CREATED));
        of(change.aws(), change.text(GROUP)).stream()
                .filter(other -> registration(other).equals(registration))
                .forEach(other -> change.aws().remove(TYPE, other.id()));
    }

    private static String registration(AwsObject target) {
        return Stream.of(GROUP, "target_id", "port", "availability_zone")
                .map(target::text)
                .collect(Collectors.joining(" "));
    }

    private static void groupHasRoom(Change change) {
        int most = change.aws().quotas().of(Quota.TARGETS_PER_TARGET_GROUP);
        if (registrations(of(change.aws(), change.text(GROUP)).stream()).size() >= most) {
            throw Refusal.of(
                    "TooManyTargets",
                    "The maximum number of targets per target group '" + most + "' has been reached on target group '"
                            + change.text(GROUP) + "'");
        }
    }

    private static void loadBalancerHasRoom(Change change) {
        Transaction aws = change.aws();
        int most = aws.quotas().of(Quota.TARGETS_PER_APPLICATION_LOAD_BALANCER);
        TargetGroupUse.of(aws, change.text(GROUP)).stream()
                .map(use -> use.loadBalancer(aws))
                .filter(loadBalancer -> !loadBalancer.isEmpty())
                .distinct()
                .filter(loadBalancer -> targets(aws, loadBalancer) >= most)
                .findFirst()
                .ifPresent(loadBalancer -> {
                    throw Refusal.of(
                            "TooManyTargets",
                            "The maximum number of targets per load balancer '" + most
                                    + "' has been reached on load balancer '" + loadBalancer + "'");
                });
    }

    private static int targets(Transaction aws, String loadBalancer) {
        Set<String> groups = TargetGroupUse.ofLoadBalancer(aws, loadBalancer).stream()
                .flatMap(use -> use.action().targetGroups().stream())
                .collect(Collectors.toSet());
        return registrations(aws.all(TYPE).stream().filter(target -> groups.contains(target.text(GROUP))))
                .size();
    }

    private static Set<String> registrations(Stream<AwsObject> targets) {
        return targets.map(Targets::registration).collect(Collectors.toSet());
    }
}
