package dev.alb.rules;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What AWS wants of all listeners and rules of one load balancer together.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html">AWS:
 *     quotas</a>
 */
enum LoadBalancerCheck implements CrossCheck {
    INSTANCE;

    private static final int MOST_RULES = 100;
    private static final int MOST_TARGET_GROUPS = 100;

    @Override
    public List<Violation> violations(Inventory inventory) {
        List<LoadBalancerUse> uses = LoadBalancerUse.all(inventory);
        Collection<List<LoadBalancerUse>> together = byLoadBalancer(uses);
        return Stream.of(ruleQuota(together), targetGroupQuota(together), oneLoadBalancer(uses))
                .flatMap(Function.identity())
                .toList();
    }

    /** A warning, since AWS raises this quota on request. */
    private static Stream<Violation> ruleQuota(Collection<List<LoadBalancerUse>> together) {
        return together.stream()
                .map(same -> same.stream().filter(LoadBalancerUse::isRule).toList())
                .filter(rules -> rules.size() > MOST_RULES)
                .map(LoadBalancerCheck::tooManyRules);
    }

    /** AWS raises this one for nobody. */
    private static Stream<Violation> targetGroupQuota(Collection<List<LoadBalancerUse>> together) {
        return together.stream()
                .filter(same -> groupsOf(same).count() > MOST_TARGET_GROUPS)
                .map(LoadBalancerCheck::tooManyGroups);
    }

    /** A target group belongs to one load balancer. */
    private static Stream<Violation> oneLoadBalancer(List<LoadBalancerUse> uses) {
        Map<String, LoadBalancerUse> first = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (LoadBalancerUse use : uses) {
            for (String group : use.actions().targetGroups()) {
                LoadBalancerUse before = first.putIfAbsent(group, use);
                if (before != null && use.isElsewhereThan(before)) {
                    violations.add(shared(before, use));
                }
            }
        }
        return violations.stream();
    }

    private static Collection<List<LoadBalancerUse>> byLoadBalancer(List<LoadBalancerUse> uses) {
        return uses.stream()
                .collect(Collectors.groupingBy(LoadBalancerUse::loadBalancer, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Stream<String> groupsOf(List<LoadBalancerUse> uses) {
        return uses.stream()
                .flatMap(use -> use.actions().targetGroups().stream())
                .distinct();
    }

    private static Violation tooManyRules(List<LoadBalancerUse> rules) {
        return Violation.at(
                        rules.get(MOST_RULES).address(),
                        "listener_arn",
                        "belong to a load balancer within AWS's usual quota of " + MOST_RULES + " rules",
                        rules.size() + " rules",
                        "Merge rules with one action, unless AWS has raised the quota for your account.")
                .asWarning();
    }

    private static Violation tooManyGroups(List<LoadBalancerUse> uses) {
        return Violation.at(
                uses.get(uses.size() - 1).address(),
                "action",
                "belong to a load balancer with at most " + MOST_TARGET_GROUPS + " target groups",
                groupsOf(uses).count() + " target groups",
                "Spread the rules over two load balancers: AWS doesn't raise this quota.");
    }

    private static Violation shared(LoadBalancerUse before, LoadBalancerUse use) {
        return Violation.at(
                use.address(),
                use.isRule() ? "action" : "default_action",
                "forward to a target group that no other load balancer has",
                "one that " + before.address() + " has, on another load balancer",
                "Make a target group for each load balancer; its targets can be the same.");
    }
}
