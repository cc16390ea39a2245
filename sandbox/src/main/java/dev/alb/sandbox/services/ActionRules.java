package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What AWS refuses in the actions of a listener or a rule. */
final class ActionRules {
    private final Change change;
    private final String loadBalancer;
    private final Value.Mapping listener;

    private ActionRules(Change change, String loadBalancer, Value.Mapping listener) {
        this.change = change;
        this.loadBalancer = loadBalancer;
        this.listener = listener;
    }

    static void check(Change change) {
        boolean isListener = change.type().equals(Listeners.TYPE);
        String arn = change.text("listener_arn");
        Value.Mapping listener = isListener
                ? change.object()
                : change.aws()
                        .find(Listeners.TYPE, arn)
                        .map(AwsObject::attributes)
                        .orElse(Value.emptyMap());
        String loadBalancer =
                isListener ? change.text("load_balancer_arn") : Listeners.loadBalancerOf(change.aws(), arn);
        new ActionRules(change, loadBalancer, listener).check(Action.of(change.object()));
    }

    private void check(List<Action> actions) {
        sequence(actions);
        actions.forEach(this::authentication);
        actions.forEach(this::redirect);
        actions.stream().filter(Action::isForward).forEach(this::forward);
        targetGroupsOfLoadBalancer(actions);
    }

    /** One action says what comes of a request, and it is the last. */
    private static void sequence(List<Action> actions) {
        if (actions.stream().filter(Action::isRouting).count() > 1) {
            throw invalid("You can specify only one of the following actions: 'forward, redirect, fixed-response'");
        }
        List<Action> ordered = actions.stream()
                .sorted(Comparator.comparing(ActionRules::order))
                .toList();
        if (!actions.isEmpty() && !ordered.get(ordered.size() - 1).isRouting()) {
            throw invalid("The last action must be one of the following: 'forward, redirect, fixed-response'");
        }
        Set<Integer> orders = new HashSet<>();
        for (Action action : actions) {
            if (!orders.add(order(action))) {
                throw invalid("The action order '" + order(action) + "' was specified more than once");
            }
        }
    }

    private static int order(Action action) {
        return action.block().get("order") instanceof Value.Numeric number
                ? number.value().intValue()
                : Integer.MAX_VALUE;
    }

    private void authentication(Action action) {
        String protocol = listener.get("protocol").text();
        if (action.isAuthentication() && !protocol.isEmpty() && !protocol.equals("HTTPS")) {
            throw invalid("Actions of type '" + action.type() + "' are supported only on HTTPS listeners");
        }
    }

    private void redirect(Action action) {
        for (Value.Mapping redirect : Blocks.of(action.block(), "redirect").all()) {
            boolean stays = isSame(redirect, "host", "#{host}")
                    && isSame(redirect, "path", "/#{path}")
                    && isSame(redirect, "query", "#{query}")
                    && isSame(redirect, "port", listener.get("port").text())
                    && isSame(redirect, "protocol", listener.get("protocol").text());
            if (stays) {
                throw invalid("The redirect configuration is not valid because it creates a loop.");
            }
            boolean loses = listener.get("protocol").text().equals("HTTPS")
                    && redirect.get("protocol").text().equals("HTTP");
            if (loses) {
                throw invalid("Redirects from HTTPS to HTTP are not supported");
            }
        }
    }

    /** A part of a redirect that leaves a request as it is: a keyword such as {@code #{port}}, or the same value. */
    private static boolean isSame(Value.Mapping redirect, String part, String current) {
        String value = redirect.get(part).text();
        return value.isEmpty()
                || value.equals(current)
                || value.equals("#{" + part + "}")
                || part.equals("path") && value.equals("/#{path}");
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
        String protocol = group.text("protocol");
        boolean application = loadBalancer.contains("loadbalancer/app/");
        if (application && !protocol.isEmpty() && !protocol.startsWith("HTTP")) {
            throw Refusal.of(
                    "IncompatibleProtocols",
                    "The " + listener.get("protocol").text() + " and " + protocol
                            + " protocols of the listener and the target group '" + group.id() + "' are incompatible");
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
            throw invalid("You must enable group stickiness on a rule if you enabled target stickiness on one of its"
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

    private static Refusal invalid(String message) {
        return Refusal.of("InvalidLoadBalancerAction", message);
    }
}
