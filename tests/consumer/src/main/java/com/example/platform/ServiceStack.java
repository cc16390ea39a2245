package com.example.platform;

import com.hashicorp.cdktf.TerraformStack;
import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.listeners.Listener;
import dev.alb.listeners.ListenerAttributes;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.rules.Condition;
import dev.alb.rules.ListenerRule;
import dev.alb.rules.ListenerRuleAttributes;
import dev.alb.rules.Priority;
import dev.alb.targetgroups.TargetGroup;
import dev.alb.targetgroups.TargetGroupAttributes;
import java.time.Duration;
import java.util.List;
import software.constructs.Construct;

/** Several modules together: a service of the platform behind a load balancer of its own. */
final class ServiceStack extends TerraformStack {
    ServiceStack(Construct scope, String id) {
        super(scope, id);
        new AwsProvider(this, "eu-central-1");
        LoadBalancer balancer = new LoadBalancer(
                this,
                "service",
                LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2"))
                        .withIdleTimeout(Duration.ofMinutes(5)));
        TargetGroup targets = new TargetGroup(this, "targets", TargetGroupAttributes.ips(8080, "vpc-1"));
        Listener listener = new Listener(
                this, "http", ListenerAttributes.http(balancer.arn(), Action.fixedResponse(404)));
        new ListenerRule(
                this,
                "api",
                ListenerRuleAttributes.of(
                        listener.arn(),
                        Priority.of(1),
                        List.of(Condition.paths("/api/*")),
                        Actions.of(Action.forwardTo(targets.arn()))));
    }
}
