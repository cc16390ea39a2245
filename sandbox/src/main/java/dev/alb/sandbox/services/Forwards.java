package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What AWS refuses in forwards to target groups.
 *
 * @param change the change of a listener or a rule
 * @param loadBalancer the ARN of its load balancer
 * @param protocol the listener's protocol
 */
record Forwards(Change change, String loadBalancer, String protocol) {
    void check(List<Action> actions) {
        actions.stream().filter(Action::isForward).forEach(this::forward);
        targetGroupsOfLoadBalancer(actions);
    }

    private void forward(Action action) {
        Arn.check(action.block().get("target_group_arn"), "target group", "targetgroup");
        for (Value.Mapping group : action.weighted()) {
            Arn.check(group.get("arn"), "target group", "targetgroup");
        }
        action.targetGroups().forEach(this::targetGroup);
        stickiness(action);
    }

    private void targetGroup(String arn) {
        Transaction aws = change.aws();
        AwsObject group = Existing.find(aws, TargetGroups.TYPE, arn)
                .orElseThrow(() -> Refusal.of("TargetGroupNotFound", "Target group '" + arn + "' not found"));
        String vpc = LoadBalancers.of(aws, loadBalancer).get("vpc_id").text();
        String own = group.text("vpc_id");
        if (!vpc.isEmpty() && !own.isEmpty() && !vpc.equals(own) && isCertain(aws)) {
            throw Refusal.of(
                    "InvalidConfigurationRequest",
                    "The following target groups are in a different VPC than load balancer " + loadBalancer + ": "
                            + arn);
        }
        protocol(group);
        if (TargetGroupUse.of(aws, arn).stream()
                .filter(use -> !change.isSelf(use.object()))
                .map(use -> use.loadBalancer(aws))
                .anyMatch(other -> !other.isEmpty() && !other.equals(loadBalancer))) {
            throw Refusal.of(
                    "TargetGroupAssociationLimit",
                    "The following target groups cannot be associated with more than one load balancer: " + arn);
        }
    }

    /** The VPC of a load balancer is known if that of its subnets is. */
    private boolean isCertain(Transaction aws) {
        return LoadBalancerSubnets.vpc(LoadBalancers.of(aws, loadBalancer), aws).isPresent();
    }

    private void protocol(AwsObject group) {
        String own = group.text("protocol");
        boolean application = loadBalancer.contains("loadbalancer/app/");
        if (application && !own.isEmpty() && !own.startsWith("HTTP")) {
            throw Refusal.of(
                    "IncompatibleProtocols",
                    "The " + protocol + " and " + own + " protocols of the listener and the target group '" + group.id()
                            + "' are incompatible");
        }
    }

    private void stickiness(Action action) {
        if (action.targetGroups().size() < 2) {
            return;
        }
        for (String arn : action.targetGroups()) {
            change.aws()
                    .find(TargetGroups.TYPE, arn)
                    .flatMap(group -> TargetGroupAttributes.stickiness(group.attributes()))
                    .ifPresent(stickiness -> sticky(action, stickiness));
        }
    }

    private static void sticky(Action action, Value.Mapping stickiness) {
        if (stickiness.get("type").text().equals("app_cookie")) {
            throw Refusal.of(
                    "InvalidConfigurationRequest",
                    "Application-based stickiness is not supported for rules with multiple target groups");
        }
        if (!action.hasGroupStickiness()) {
            throw ActionRules.invalid(
                    "You must enable group stickiness on a rule if you enabled target stickiness on one of its"
                            + " target groups");
        }
    }

    private void targetGroupsOfLoadBalancer(List<Action> actions) {
        Set<String> groups = new HashSet<>();
        TargetGroupUse.ofLoadBalancer(change.aws(), loadBalancer).stream()
                .filter(use -> !change.isSelf(use.object()))
                .forEach(use -> groups.addAll(use.action().targetGroups()));
        actions.forEach(action -> groups.addAll(action.targetGroups()));
        int most = change.aws().quotas().of(Quota.TARGET_GROUPS_PER_APPLICATION_LOAD_BALANCER);
        if (groups.size() > most && !loadBalancer.isEmpty()) {
            throw Refusal.of(
                    "TooManyUniqueTargetGroupsPerLoadBalancer",
                    "You have reached the maximum number of unique target groups that you can associate with a load"
                            + " balancer of type 'application': [" + most + "]");
        }
    }
}
