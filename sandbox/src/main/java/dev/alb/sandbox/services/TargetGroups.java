package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.ElasticLoadBalancing.operation;

import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.List;

/** Target groups: {@code aws_lb_target_group}. */
final class TargetGroups {
    static final String TYPE = "aws_lb_target_group";

    static final Behavior BEHAVIOR = Behavior.of(TYPE)
            .request(change -> HealthChecks.asSent(change.object()))
            .create(Call.of(
                    "creating ELBv2 Target Group ({name})",
                    operation("CreateTargetGroup"),
                    FreeName.of("name", name -> Refusal.byProvider("ELBv2 Target Group (" + name + ") already exists")),
                    new Reference(
                            "vpc_id", "aws_vpc", id -> Refusal.validation("The VPC ID '" + id + "' is not found")),
                    HealthChecks::isConsistent,
                    quota()))
            .create(attributes())
            .update(Call.of(
                            "modifying ELBv2 Target Group ({arn})",
                            operation("ModifyTargetGroup"),
                            HealthChecks::isConsistent)
                    .whenChanges("health_check"))
            .update(attributes())
            .delete(Call.of(
                            "deleting ELBv2 Target Group ({arn})",
                            operation("DeleteTargetGroup"),
                            TargetGroups::isUnused)
                    .tryingAgain())
            .deleted(change -> Targets.removeAll(change.aws(), change.text("arn")))
            .answer(TargetGroups::complete);

    private TargetGroups() {}

    private static Rule quota() {
        return new Limit(
                Quota.TARGET_GROUPS,
                change -> change.aws().all(TYPE).size(),
                (change, most) -> Refusal.of(
                        "TooManyTargetGroups", "The maximum number of target groups '" + most + "' has been reached"));
    }

    private static Call attributes() {
        return Call.of(
                        "modifying ELBv2 Target Group ({arn}) attributes",
                        operation("ModifyTargetGroupAttributes"),
                        TargetGroupAttributes::check)
                .whenChanges(TargetGroupAttributes.NAMES);
    }

    private static void isUnused(Change change) {
        String arn = change.text("arn");
        if (!TargetGroupUse.of(change.aws(), arn).isEmpty()) {
            throw Refusal.of("ResourceInUse", "Target group '" + arn + "' is currently in use by a listener or a rule");
        }
    }

    private static Value.Mapping complete(Change change) {
        Value.Mapping object = change.object();
        boolean http = object.get("protocol").text().startsWith("HTTP");
        object = http ? object : object.with("protocol_version", Value.text(""));
        return object.with(
                "load_balancer_arns",
                loadBalancers(change.aws(), object.get("arn").text()));
    }

    private static Value loadBalancers(Transaction aws, String arn) {
        List<Value> all = TargetGroupUse.of(aws, arn).stream()
                .map(use -> use.loadBalancer(aws))
                .filter(loadBalancer -> !loadBalancer.isEmpty())
                .distinct()
                .sorted()
                .map(Value::text)
                .toList();
        return new Value.SetOf(all);
    }
}
