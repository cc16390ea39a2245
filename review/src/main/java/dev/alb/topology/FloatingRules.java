package dev.alb.topology;

import dev.alb.routing.Condition;
import dev.alb.routing.Rule;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rules of which only the apply tells on which listener they are, as in a module that takes it from a map.
 *
 * <p>Each of them may take requests on every listener that comes into question, so it stands in the tables of all of these, in
 * doubt.
 */
final class FloatingRules {
    private static final String LISTENER = "aws_lb_listener";
    private static final Condition HERE = new Condition.Unknown("a listener known after apply");

    private FloatingRules() {}

    /** The rules for each listener that may be theirs, by its address. */
    static Map<String, List<Resource>> of(Snapshot snapshot) {
        Map<String, List<Resource>> floating = new HashMap<>();
        for (Resource rule : snapshot.ofType("aws_lb_listener_rule")) {
            Value listener = rule.at("listener_arn");
            if (listener.isUnknown() && !snapshot.link(listener, LISTENER).isKnown()) {
                candidates(snapshot, listener)
                        .filter(one -> !isTaken(snapshot, one, rule.at("priority")))
                        .forEach(one -> floating.computeIfAbsent(one.address(), address -> new ArrayList<>())
                                .add(rule));
            }
        }
        return floating;
    }

    /** What the configuration names; where that is not clear, every listener whose ARN isn't known either. */
    private static Stream<Resource> candidates(Snapshot snapshot, Value listener) {
        List<String> named = listener.references();
        return snapshot.ofType(LISTENER).stream()
                .filter(one -> listener.isInDoubt() ? one.at("arn").text().isEmpty() : named.contains(one.address()));
    }

    /** AWS lets each listener have one rule of a priority. */
    private static boolean isTaken(Snapshot snapshot, Resource listener, Value priority) {
        return priority.number().isPresent()
                && snapshot.ofType("aws_lb_listener_rule").stream()
                        .filter(rule -> Objects.equals(rule.at("priority").number(), priority.number()))
                        .anyMatch(rule ->
                                snapshot.link(rule.at("listener_arn"), LISTENER).isTo(listener.address()));
    }

    static Rule inDoubt(Rule rule) {
        return new Rule(
                rule.name(),
                rule.priority(),
                Stream.concat(rule.conditions().stream(), Stream.of(HERE)).toList(),
                rule.outcome());
    }

    static boolean isInDoubt(Rule rule) {
        return rule.conditions().contains(HERE);
    }
}
