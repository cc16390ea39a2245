package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Result;
import dev.alb.verify.probes.Group;
import dev.alb.verify.probes.LoadBalancers;
import dev.alb.verify.probes.LoadBalancers.TargetHealth;
import dev.alb.verify.probes.Untold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Each node is registered in a target group, and healthy. */
final class TargetsCheck implements Check {
    private final Group group;
    private final LoadBalancers loadBalancers;

    TargetsCheck(Group group, LoadBalancers loadBalancers) {
        this.group = group;
        this.loadBalancers = loadBalancers;
    }

    @Override
    public String id() {
        return group.service() + "-targets";
    }

    @Override
    public String claim() {
        return "Each node is healthy in the target group of " + group.title();
    }

    @Override
    public Result result() throws Untold {
        List<TargetHealth> targets = loadBalancers.targets(group).stream()
                .filter(target -> !isLeaving(target))
                .sorted(Comparator.comparing(TargetHealth::id).thenComparing(TargetHealth::port))
                .toList();
        Set<String> registered = targets.stream().map(TargetHealth::id).collect(Collectors.toSet());
        List<String> missing = group.nodes().stream()
                .filter(node -> !registered.contains(node))
                .toList();
        if (targets.isEmpty() && missing.isEmpty()) {
            return Result.failed(
                    "No target is registered.",
                    "Look whether the auto scaling group runs instances, and deploy the site, which attaches it.");
        }
        List<TargetHealth> sick =
                targets.stream().filter(target -> !isHealthy(target)).toList();
        if (sick.isEmpty() && missing.isEmpty()) {
            return Result.passed(
                    targets.size() == 1
                            ? "The only target is healthy."
                            : "All " + targets.size() + " targets are healthy.");
        }
        return failed(targets, sick, missing);
    }

    /** A node that was taken out finishes its requests. */
    private boolean isLeaving(TargetHealth target) {
        return target.state().equals("draining") && !group.nodes().contains(target.id());
    }

    private static boolean isHealthy(TargetHealth target) {
        return target.state().equals("healthy");
    }

    private static Result failed(List<TargetHealth> targets, List<TargetHealth> sick, List<String> missing) {
        List<String> details = new ArrayList<>();
        Set<String> remedies = new LinkedHashSet<>();
        for (String node : missing) {
            details.add(node + ": not registered");
            remedies.add(TargetReason.of("Target.NotRegistered").remedy());
        }
        for (TargetHealth target : sick) {
            TargetReason reason = TargetReason.of(target.reason());
            details.add(target.id() + ":" + target.port() + ": " + target.state() + told(target));
            remedies.add(reason.remedy());
        }
        int all = targets.size() + missing.size();
        return Result.failed((all - sick.size() - missing.size()) + " of " + all + " healthy.")
                .withDetails(details)
                .withRemedies(List.copyOf(remedies));
    }

    private static String told(TargetHealth target) {
        String code = target.reason().isEmpty() ? "" : " (" + target.reason() + ")";
        return code + (target.description().isEmpty() ? "" : ": " + target.description());
    }
}
