package dev.alb.serve.proxy;

import dev.alb.routing.Condition;
import dev.alb.routing.Outcome;
import dev.alb.routing.Pattern;
import dev.alb.routing.Rule;
import dev.alb.serve.tls.PolicyProtocols;
import dev.alb.topology.Listener;
import dev.alb.topology.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is not done here as AWS does it. */
final class Warnings {
    private final List<String> warnings = new ArrayList<>();
    private final Plan plan;

    private Warnings(Plan plan) {
        this.plan = plan;
    }

    static List<String> of(Plan plan) {
        return new Warnings(plan).all();
    }

    private List<String> all() {
        plan.listeners().forEach(this::listener);
        plan.topology().snapshot().ofType("aws_wafv2_web_acl_association").stream()
                .filter(one -> plan.topology()
                        .snapshot()
                        .link(one.at("resource_arn"), "aws_lb")
                        .isTo(plan.loadBalancer().address()))
                .forEach(one -> warnings.add(one.address() + ": the web ACL lets everything through here"));
        return warnings.stream().distinct().toList();
    }

    private void listener(Listener listener) {
        listener.definition().ifPresent(resource -> {
            String mode =
                    resource.values().block("mutual_authentication").at("mode").text("off");
            if (mode.equals("verify")) {
                warnings.add(listener.name() + ": clients' certificates can't be verified; every request gets 501");
            } else if (mode.equals("passthrough")) {
                warnings.add(listener.name() + ": clients are not asked for certificates");
            }
        });
        if (listener.isHttps()) {
            oldVersions(listener);
        }
        outcome(listener.name(), listener.table().defaultOutcome());
        listener.table().rules().forEach(this::rule);
    }

    private void oldVersions(Listener listener) {
        String policy = listener.definition()
                .map(resource -> resource.at("ssl_policy").text(""))
                .orElse("");
        List<String> missing = new PolicyProtocols(policy).notServed();
        if (!missing.isEmpty()) {
            warnings.add(listener.name() + ": " + String.join(" and ", missing)
                    + ", which its security policy takes, can't be spoken here");
        }
    }

    private void rule(Rule rule) {
        outcome(rule.name(), rule.outcome());
        if (rule.priority() == null || rule.conditions().stream().anyMatch(Warnings::isInDoubt)) {
            warnings.add(rule.name()
                    + ": it can't be told of each request whether the rule takes it; such requests get 500");
        }
    }

    /** An expression is not, as it is followed as far as Java and AWS agree. */
    private static boolean isInDoubt(Condition condition) {
        return condition instanceof Condition.OnPart onPart
                ? onPart.patterns().stream().anyMatch(Pattern.Unknown.class::isInstance)
                : !condition.isExact();
    }

    private void outcome(String name, Outcome outcome) {
        for (Outcome.Step step : outcome.steps()) {
            if (step instanceof Outcome.Authenticate authenticate) {
                warnings.add(name + ": " + authenticate.kind() + " is not done here; requests get 501");
            } else if (step instanceof Outcome.Unknown || step instanceof Outcome.Elsewhere) {
                warnings.add(name + ": what is done is not known: " + step + "; requests get 500");
            }
        }
        outcome.targetGroups()
                .flatMap(share -> functions(share))
                .forEach(group -> warnings.add(
                        name + ": " + group + " calls a function, which is not done here; requests get 501"));
    }

    private Stream<String> functions(Outcome.Forward.Share share) {
        Optional<TargetGroup> group = plan.topology().targetGroup(share.targetGroup());
        return group
                .filter(one -> one.resource().at("target_type").text("").equals("lambda"))
                .map(TargetGroup::address)
                .stream();
    }
}
