package dev.alb.sandbox.services;

import java.util.List;
import java.util.function.Predicate;

/**
 * A call that the provider makes to AWS for a resource.
 *
 * @param failure how the provider begins its error if AWS refuses; <code>{name}</code> is an attribute of the object,
 *     or what it would have become
 * @param operation the call
 * @param applies whether a change needs this call
 * @param rules what AWS refuses, the first one first
 */
public record Call(String failure, Operation operation, Predicate<Change> applies, List<Rule> rules) {

    /** A call that is always made. */
    public static Call of(String failure, Operation operation, Rule... rules) {
        return new Call(failure, operation, change -> true, List.of(rules));
    }

    /** The same, made only where one of these attributes or blocks changes. */
    public Call whenChanges(String... attributes) {
        return new Call(failure, operation, c -> List.of(attributes).stream().anyMatch(c::changes), rules);
    }
}
