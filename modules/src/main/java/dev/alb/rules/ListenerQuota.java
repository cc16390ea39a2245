package dev.alb.rules;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.List;
import java.util.stream.Stream;

/**
 * At most 100 rules, which AWS raises on request, and 100 target groups, which it doesn't.
 *
 * <p>Both hold for a load balancer with all of its listeners; this sees one listener at a time.
 */
enum ListenerQuota implements CrossCheck {
    INSTANCE;

    private static final int MOST_RULES = 100;
    private static final int MOST_TARGET_GROUPS = 100;

    @Override
    public List<Violation> violations(Inventory inventory) {
        return RulesByListener.check(inventory, ListenerQuota::check);
    }

    private static Stream<Violation> check(List<ListenerRule> rules) {
        return Stream.concat(tooManyRules(rules), tooManyTargetGroups(rules));
    }

    private static Stream<Violation> tooManyRules(List<ListenerRule> rules) {
        if (rules.size() <= MOST_RULES) {
            return Stream.empty();
        }
        return Stream.of(violation(
                        rules,
                        "belong to a listener with at most " + MOST_RULES + " rules",
                        rules.size() + " rules",
                        "Have the quota of rules for each load balancer raised, or merge rules with one action.")
                .asWarning());
    }

    private static Stream<Violation> tooManyTargetGroups(List<ListenerRule> rules) {
        long groups = rules.stream()
                .flatMap(rule -> rule.attributes().action().targetGroups().stream())
                .distinct()
                .count();
        if (groups <= MOST_TARGET_GROUPS) {
            return Stream.empty();
        }
        return Stream.of(violation(
                rules,
                "belong to a listener whose rules use at most " + MOST_TARGET_GROUPS + " target groups",
                groups + " target groups",
                "Spread the rules over two load balancers: AWS doesn't raise this quota."));
    }

    private static Violation violation(List<ListenerRule> rules, String rule, String actual, String fix) {
        return Violation.at(rules.get(rules.size() - 1).address(), "listener_arn", rule, actual, fix);
    }
}
