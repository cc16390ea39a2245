package dev.alb.topology;

import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The target groups of a snapshot, and who registers what in them. */
final class TargetGroupReader {
    private static final String TARGET_GROUP = "aws_lb_target_group";
    private static final String AUTO_SCALING_GROUP = "aws_autoscaling_group";
    private static final List<String> KINDS_OF_TARGETS =
            List.of("aws_instance", "aws_lambda_function", "aws_lambda_alias", "aws_lb");

    private final Snapshot snapshot;
    private final Map<String, List<Target>> targets = new HashMap<>();

    TargetGroupReader(Snapshot snapshot) {
        this.snapshot = snapshot;
        snapshot.ofType("aws_lb_target_group_attachment").forEach(this::register);
    }

    /** With its target group, so that not every group has to ask every attachment. */
    private void register(Resource attachment) {
        Target target = new Target(
                attachment,
                target(attachment.at("target_id")),
                attachment.at("port").text(""));
        snapshot.link(attachment.at("target_group_arn"), TARGET_GROUP)
                .target()
                .ifPresent(group -> targets.computeIfAbsent(group.address(), address -> new ArrayList<>())
                        .add(target));
    }

    List<TargetGroup> targetGroups() {
        return snapshot.ofType(TARGET_GROUP).stream()
                .map(group ->
                        new TargetGroup(group, targets.getOrDefault(group.address(), List.of()), registrars(group)))
                .toList();
    }

    private Link target(Value id) {
        return KINDS_OF_TARGETS.stream()
                .map(kind -> snapshot.link(id, kind))
                .filter(link -> link.target().isPresent())
                .findFirst()
                .orElseGet(() -> snapshot.link(id, "aws_instance"));
    }

    private List<String> registrars(Resource group) {
        Stream<String> own = snapshot.ofType(AUTO_SCALING_GROUP).stream()
                .filter(one -> one.at("target_group_arns").items().stream().anyMatch(arn -> isTo(arn, group)))
                .map(Resource::address);
        Stream<String> attached = snapshot.ofType("aws_autoscaling_attachment").stream()
                .filter(one -> isTo(one.at("lb_target_group_arn"), group))
                .map(one -> autoScalingGroup(one.at("autoscaling_group_name")));
        Stream<String> sources = snapshot.ofType("aws_autoscaling_traffic_source_attachment").stream()
                .filter(one -> isTo(one.values().block("traffic_source").at("identifier"), group))
                .map(one -> autoScalingGroup(one.at("autoscaling_group_name")));
        Stream<String> services = snapshot.ofType("aws_ecs_service").stream()
                .filter(one -> one.at("load_balancer").items().stream()
                        .anyMatch(block -> isTo(block.at("target_group_arn"), group)))
                .map(Resource::address);
        return Stream.of(own, attached, sources, services)
                .flatMap(stream -> stream)
                .distinct()
                .sorted()
                .toList();
    }

    private String autoScalingGroup(Value name) {
        Link link = snapshot.link(name, AUTO_SCALING_GROUP);
        return link.target().isPresent() ? link.name() : "Auto Scaling group " + link.name();
    }

    private boolean isTo(Value arn, Resource group) {
        return snapshot.link(arn, TARGET_GROUP).isTo(group.address());
    }
}
