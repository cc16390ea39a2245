package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.ElasticLoadBalancing.operation;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.List;

/** The rules of listeners: {@code aws_lb_listener_rule}. */
final class ListenerRules {
    static final String TYPE = "aws_lb_listener_rule";

    private static final String LISTENER = "listener_arn";
    private static final String PRIORITY = "priority";
    /** How the provider writes the priority of a listener's own rule. */
    private static final String DEFAULT = "99999";

    static final Behavior BEHAVIOR = Behavior.of(TYPE)
            .request(ListenerRules::asSent)
            .create(Call.of(
                    "creating ELBv2 Listener Rule",
                    operation("CreateRule"),
                    new Arn(LISTENER, "listener", "listener"),
                    new Reference(
                            LISTENER,
                            Listeners.TYPE,
                            arn -> Refusal.of("ListenerNotFound", "One or more listeners not found")),
                    RuleConditions::check,
                    ListenerRules::priorityIsFree,
                    ActionRules::check,
                    RuleTransforms::check,
                    quota()))
            .update(Call.of(
                            "updating ELB v2 Listener Rule ({arn}): setting priority",
                            operation("SetRulePriorities"),
                            ListenerRules::priorityIsFree)
                    .whenChanges(PRIORITY))
            .update(Call.of(
                            "modifying LB Listener Rule",
                            operation("ModifyRule"),
                            RuleConditions::check,
                            ActionRules::check,
                            RuleTransforms::check)
                    .whenChanges("action", "condition", "transform"))
            .delete(Call.of(
                    "deleting ELBv2 Listener Rule ({arn})",
                    operation("DeleteRule"),
                    ListenerRules::isNotTheDefaultRule));

    private ListenerRules() {}

    /** Without a priority the provider looks for the highest one and takes the next. */
    private static Value.Mapping asSent(Change change) {
        Value.Mapping object = ListenerAnswer.actions(change.object(), "action");
        if (change.gives(PRIORITY)) {
            return object;
        }
        BigDecimal highest = of(change.aws(), change.text(LISTENER)).stream()
                .filter(rule -> !rule.text(PRIORITY).equals(DEFAULT))
                .map(rule -> rule.attributes().get(PRIORITY))
                .filter(Value.Numeric.class::isInstance)
                .map(priority -> ((Value.Numeric) priority).value())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return object.with(PRIORITY, new Value.Numeric(highest.add(BigDecimal.ONE)));
    }

    private static List<AwsObject> of(Transaction aws, String listener) {
        return aws.all(TYPE).stream()
                .filter(rule -> rule.text(LISTENER).equals(listener))
                .toList();
    }

    private static void priorityIsFree(Change change) {
        String priority = change.text(PRIORITY);
        if (of(change.aws(), change.text(LISTENER)).stream()
                .anyMatch(rule -> !change.isSelf(rule) && rule.text(PRIORITY).equals(priority))) {
            throw Refusal.of("PriorityInUse", "Priority '" + priority + "' is currently in use");
        }
    }

    private static Rule quota() {
        return new Limit(
                Quota.RULES_PER_APPLICATION_LOAD_BALANCER,
                ListenerRules::rulesOfLoadBalancer,
                (change, most) -> Refusal.of(
                        "TooManyRules",
                        "The maximum number of rules on load balancer "
                                + Listeners.loadBalancerOf(change.aws(), change.text(LISTENER))
                                + " has been reached"));
    }

    /** All rules of all listeners count, but not the listeners' own. */
    private static int rulesOfLoadBalancer(Change change) {
        Transaction aws = change.aws();
        String loadBalancer = Listeners.loadBalancerOf(aws, change.text(LISTENER));
        return (int) aws.all(TYPE).stream()
                .filter(rule -> !rule.text(PRIORITY).equals(DEFAULT))
                .filter(rule ->
                        Listeners.loadBalancerOf(aws, rule.text(LISTENER)).equals(loadBalancer))
                .count();
    }

    private static void isNotTheDefaultRule(Change change) {
        if (change.text(PRIORITY).equals(DEFAULT)) {
            throw Refusal.of("OperationNotPermitted", "Default rule '" + change.text("arn") + "' cannot be deleted");
        }
    }
}
