package dev.alb.rules;

import dev.alb.terraform.Checks;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What AWS lets one rule have.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html">AWS:
 *     quotas</a>
 */
final class RuleLimits {
    /** Over all conditions together; a condition with several values has them all counted. */
    static final int MOST_VALUES = 5;

    /** AWS's pages say 5 or 6, depending on their language; 5 is right for all of them. */
    static final int MOST_WILDCARDS = 5;

    private static final List<String> ONCE = List.of("host_header", "path_pattern", "http_request_method", "source_ip");

    private RuleLimits() {}

    static void check(Checks checks, List<Condition> conditions) {
        TextChecks.checkGiven(checks, "condition", conditions);
        if (conditions.size() > 1) {
            ONCE.forEach(kind -> checkOnce(checks, kind, conditions));
        }
        checkSum(checks, conditions, Condition::valueCount, MOST_VALUES, "values");
        checkSum(checks, conditions, Condition::wildcards, MOST_WILDCARDS, "wildcards");
    }

    static void checkTransforms(Checks checks, List<Transform> transforms) {
        if (transforms.size() < 2) {
            return;
        }
        checks.require(
                transforms.stream().map(Transform::type).distinct().count() == transforms.size(),
                "transform",
                "contain each type once",
                transforms.stream().map(Transform::type).toList(),
                "Put both into one regular expression, or leave one out.");
    }

    private static void checkOnce(Checks checks, String kind, List<Condition> conditions) {
        long count = conditions.stream().filter(c -> c.kind().equals(kind)).count();
        checks.require(
                count <= 1,
                "condition",
                "contain " + kind + " once",
                count + " of them",
                "Put their values into one condition if one of them is enough, or make two rules.");
    }

    private static void checkSum(
            Checks checks, List<Condition> conditions, ToIntFunction<Condition> count, int most, String what) {
        int sum = 0;
        for (Condition condition : conditions) {
            sum += count.applyAsInt(condition);
        }
        checks.require(
                sum <= most,
                "condition",
                "have at most " + most + " " + what + " in all conditions together",
                sum,
                "Split it into two rules with the same action.");
    }
}
