package dev.alb.rules;

import dev.alb.rules.RulesByListener.Pair;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** No two rules of one listener have one priority: AWS would refuse the second while Terraform applies. */
enum PriorityClash implements CrossCheck {
    INSTANCE;

    private static final int MOST = 50_000;

    @Override
    public List<Violation> violations(Inventory inventory) {
        return RulesByListener.check(inventory, PriorityClash::clashes);
    }

    private static Stream<Violation> clashes(List<ListenerRule> rules) {
        Set<Integer> used = rules.stream().map(RulesByListener::number).collect(Collectors.toCollection(HashSet::new));
        return IntStream.range(1, rules.size())
                .mapToObj(i -> new Pair(rules.get(i - 1), rules.get(i)))
                .filter(Pair::haveOnePriority)
                .map(pair -> clash(pair, used));
    }

    private static Violation clash(Pair pair, Set<Integer> used) {
        int number = RulesByListener.number(pair.later());
        int free = freeNeighbour(number, used);
        used.add(free);
        return Violation.at(
                pair.later().address(),
                "priority",
                "be its own on the listener",
                number + origin(pair.later()) + ", which " + pair.earlier().address() + " has too"
                        + origin(pair.earlier()),
                "Give one of the two the priority " + free + ", which is free.");
    }

    private static String origin(ListenerRule rule) {
        String key = rule.attributes().priority().key();
        return key == null ? "" : " (from the key \"" + key + "\")";
    }

    private static int freeNeighbour(int number, Set<Integer> used) {
        return IntStream.concat(
                        IntStream.rangeClosed(number + 1, MOST),
                        IntStream.iterate(number - 1, below -> below > 0, below -> below - 1))
                .filter(candidate -> !used.contains(candidate))
                .findFirst()
                .orElseThrow();
    }
}
