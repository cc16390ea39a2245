package dev.alb.rules;

import dev.alb.rules.RulesByListener.Pair;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** No rule comes after another that takes all of its requests; if both do the same, that is a warning only. */
enum ShadowedRule implements CrossCheck {
    INSTANCE;

    @Override
    public List<Violation> violations(Inventory inventory) {
        return RulesByListener.check(inventory, ShadowedRule::shadowed);
    }

    private static Stream<Violation> shadowed(List<ListenerRule> rules) {
        return IntStream.range(1, rules.size())
                .mapToObj(i -> firstShadow(rules.subList(0, i), rules.get(i)))
                .flatMap(Optional::stream);
    }

    /** Without streams: a hundred rules are five thousand pairs, and an app may have many such listeners. */
    private static Optional<Violation> firstShadow(List<ListenerRule> earlier, ListenerRule later) {
        for (ListenerRule rule : earlier) {
            Pair pair = new Pair(rule, later);
            if (isShadowed(pair)) {
                return Optional.of(violation(pair));
            }
        }
        return Optional.empty();
    }

    private static boolean isShadowed(Pair pair) {
        return !pair.haveOnePriority()
                && pair.earlier().attributes().covers(pair.later().attributes());
    }

    private static Violation violation(Pair pair) {
        int before = RulesByListener.number(pair.earlier());
        Violation violation = Violation.at(
                pair.later().address(),
                "priority",
                "come before every rule that takes all of its requests",
                RulesByListener.number(pair.later()) + ", after " + RulesByListener.nameOf(pair.earlier()),
                (before > 1 ? "Give it a priority below " + before + ", narrow" : "Narrow") + " the conditions of "
                        + pair.earlier().address() + ", or take it out.");
        boolean changesNothing =
                pair.earlier().attributes().hasSameOutcomeAs(pair.later().attributes());
        return changesNothing ? violation.asWarning() : violation;
    }
}
