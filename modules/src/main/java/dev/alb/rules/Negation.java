package dev.alb.rules;

import dev.alb.terraform.Checks;
import java.util.List;

/** Says in time that a condition can't be turned round, which people know from other proxies. */
final class Negation {
    private Negation() {}

    static boolean isIn(String value) {
        return value.startsWith("!");
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
