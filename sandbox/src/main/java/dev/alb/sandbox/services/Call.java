package dev.alb.sandbox.services;

import java.util.List;
import java.util.function.Predicate;

/**
 * A call that the provider makes to AWS for a resource.
 *
 * @param failure how the provider begins its error if AWS refuses; <code>{name}</code> is an attribute
 * @param operation the call
 * @param applies whether a change needs this call
 * @param sets the attributes and blocks of an existing object that it sets; none for a call that makes or deletes one
 * @param retried whether the provider tries for minutes, as another call may do away with what AWS refuses
 * @param rules what AWS refuses, the first one first
 */
public record Call(
        String failure,
        Operation operation,
        Predicate<Change> applies,
        List<String> sets,
        boolean retried,
        List<Rule> rules) {

    /** A call that is always made. */
    public static Call of(String failure, Operation operation, Rule... rules) {
        return new Call(failure, operation, change -> true, List.of(), false, List.of(rules));
    }

    /**
     * The same, made only where one of these attributes or blocks changes, which it sets.
     *
     * <p>When an object is made, this comes after the calls that make it: what they did stays if this one is refused.
     */
    public Call whenChanges(String... attributes) {
        List<String> all = List.of(attributes);
        return new Call(failure, operation, c -> all.stream().anyMatch(c::changes), all, retried, rules);
    }

    /** The same, tried again and again before the provider gives up. */
    public Call tryingAgain() {
        return new Call(failure, operation, applies, sets, true, rules);
    }
}
