package dev.alb.rules;

import dev.alb.rules.RulesByListener.Pair;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.List;
import java.util.stream.Stream;

/**
 * No two rules with keyed priorities claim the same requests for different actions: a hash would decide between them.
 *
 * <p>Where one is a special case of the other there is only one sensible order, which {@link ShadowedRule} sees to.
 */
enum UndecidedOrder implements CrossCheck {
    INSTANCE;

    @Override
    public List<Violation> violations(Inventory inventory) {
        return RulesByListener.check(inventory, UndecidedOrder::undecided);
    }

    private static Stream<Violation> undecided(List<ListenerRule> rules) {
        List<ListenerRule> keyed = rules.stream()
                .filter(rule -> rule.attributes().priority().isKeyed())
                .toList();
        return RulesByListener.pairs(keyed).filter(UndecidedOrder::differ).flatMap(UndecidedOrder::violation);
    }

    private static boolean differ(Pair pair) {
        ListenerRuleAttributes earlier = pair.earlier().attributes();
        ListenerRuleAttributes later = pair.later().attributes();
        return !pair.haveOnePriority()
                && !earlier.hasSameOutcomeAs(later)
                && !earlier.covers(later)
                && !later.covers(earlier);
    }

    private static Stream<Violation> violation(Pair pair) {
        return switch (pair.earlier().attributes().overlap(pair.later().attributes())) {
            case NEVER, KNOWN_LATER -> Stream.empty();
            case UNDECIDED ->
                Stream.of(violation(pair, "may match the same requests (a regular expression takes part)")
                        .asWarning());
            case POSSIBLE -> Stream.of(violation(pair, "match some of the same requests"));
        };
    }

    private static Violation violation(Pair pair, String what) {
        return Violation.at(
                pair.later().address(),
                "priority",
                "be given where conditions overlap",
                "one from a key: it and " + pair.earlier().address() + " " + what,
                "Their order is decided by a hash: give one of them a priority.");
    }
}
