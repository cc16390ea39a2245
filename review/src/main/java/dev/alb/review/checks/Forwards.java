package dev.alb.review.checks;

import dev.alb.routing.Outcome;
import dev.alb.routing.Rule;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which listeners and rules send requests to which target groups. */
final class Forwards {
    private Forwards() {}

    /** The addresses of the listeners and rules that name a target group. */
    static Set<String> to(Topology topology, String targetGroup) {
        Set<String> users = new LinkedHashSet<>();
        for (Listener listener : topology.listeners()) {
            if (targets(listener.table().defaultOutcome()).anyMatch(targetGroup::equals)) {
                users.add(listener.name());
            }
            listener.table().rules().stream()
                    .filter(rule -> targets(rule.outcome()).anyMatch(targetGroup::equals))
                    .map(Rule::name)
                    .forEach(users::add);
        }
        return users;
    }

    /** The listeners that send some of their requests to a target group. */
    static List<Listener> listeners(Topology topology, String targetGroup) {
        return topology.listeners().stream()
                .filter(listener ->
                        outcomes(listener).flatMap(Forwards::targets).anyMatch(targetGroup::equals))
                .toList();
    }

    /** What a listener does with requests, the default action last. */
    static Stream<Outcome> outcomes(Listener listener) {
        return Stream.concat(
                listener.ownRules().stream().map(Rule::outcome),
                Stream.of(listener.table().defaultOutcome()));
    }

    /** The target groups that an outcome leads to. */
    static Stream<String> targets(Outcome outcome) {
        return outcome.targetGroups().map(Outcome.Forward.Share::targetGroup);
    }
}
