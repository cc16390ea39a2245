package dev.alb.rules;

import dev.alb.terraform.Checks;
import java.util.List;
import java.util.regex.Pattern;

/** Says in time that a condition can't be turned round, which people know from other proxies. */
final class Negation {
    private static final Pattern NEGATED = Pattern.compile("!.*");

    private Negation() {}

    static boolean isIn(String value) {
        return NEGATED.matcher(value).matches();
    }

    static void check(Checks checks, String path, List<String> values) {
        values.forEach(value -> checks.require(
                !isIn(value),
                path,
                "say what matches, since a load balancer has no negation",
                Checks.quoted(value),
                "Write a rule of its own for what is to be left out, with a lower priority number."));
    }
}
