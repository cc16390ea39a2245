package dev.alb.review;

import dev.alb.routing.RoutingDifference;
import dev.alb.routing.RoutingTable;
import dev.alb.routing.Rule;
import dev.alb.routing.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule that changes and of which nobody can tell which requests it takes.
 *
 * @param name the rule
 * @param words what it asks for
 * @param before where its requests may end before
 * @param after where its requests may end after
 */
record Doubt(String name, String words, Share before, Share after) {

    /** The rules because of which it cannot be told whether requests move. */
    static List<Doubt> between(RoutingTable before, RoutingTable after, RoutingDifference.Move move) {
        Map<String, Doubt> doubts = new LinkedHashMap<>();
        for (RoutingTable table : List.of(before, after)) {
            RoutingTable other = table == before ? after : before;
            for (Rule rule : table.rules()) {
                Optional<Rule> same = rule(other, rule.name());
                boolean changes = same.isEmpty() || !isLike(rule, same.get());
                if (!rule.isExact() && changes) {
                    Share from = share(before, rule.name()).orElse(move.before());
                    Share to = share(after, rule.name()).orElse(move.after());
                    doubts.putIfAbsent(rule.name(), new Doubt(rule.name(), words(rule), from, to));
                }
            }
        }
        return List.copyOf(doubts.values());
    }

    private static boolean isLike(Rule one, Rule other) {
        return one.conditions().equals(other.conditions())
                && one.outcome().equals(other.outcome())
                && (one.priority() == null) == (other.priority() == null);
    }

    private static Optional<Rule> rule(RoutingTable table, String name) {
        return table.rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    private static Optional<Share> share(RoutingTable table, String name) {
        return rule(table, name).map(rule -> new Share(rule, rule.outcome(), rule.requests(), List.of(), List.of()));
    }

    private static String words(Rule rule) {
        String asked = rule.asked();
        return rule.priority() == null ? asked + " (priority known after apply)" : asked;
    }
}
