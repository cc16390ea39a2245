package dev.alb.rules;

import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules of an app, listener by listener, in the order in which they are asked. */
final class RulesByListener {
    private RulesByListener() {}

    /** What a check finds on each listener. */
    static List<Violation> check(Inventory inventory, Function<List<ListenerRule>, Stream<Violation>> check) {
        return groups(inventory).stream().flatMap(check).toList();
    }

    /** Each pair of rules, the one that is asked first in front. */
    static Stream<Pair> pairs(List<ListenerRule> rules) {
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(later ->
                        IntStream.range(0, later).mapToObj(earlier -> new Pair(rules.get(earlier), rules.get(later))));
    }

    /** Two rules of one listener. */
    record Pair(ListenerRule earlier, ListenerRule later) {
        boolean haveOnePriority() {
            return number(earlier) == number(later);
        }
    }

    static int number(ListenerRule rule) {
        return rule.attributes().priority().value();
    }

    /** A rule as a message names it. */
    static String nameOf(ListenerRule rule) {
        return rule.address() + " (priority " + number(rule) + ")";
    }

    private static Collection<List<ListenerRule>> groups(Inventory inventory) {
        return inventory.all(ListenerRule.class).stream()
                .sorted(Comparator.comparingInt(RulesByListener::number))
                .collect(Collectors.groupingBy(
                        rule -> rule.attributes().listenerArn(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
