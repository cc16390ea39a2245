package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A name that nothing of the same type in the region may have already.
 *
 * @param attribute the attribute that holds it
 * @param among which of the others count
 * @param refusal what is said to a name that is taken
 */
record FreeName(String attribute, Predicate<AwsObject> among, Function<String, Refusal> refusal) implements Rule {
    static FreeName of(String attribute, Function<String, Refusal> refusal) {
        return new FreeName(attribute, other -> true, refusal);
    }

    @Override
    public void check(Change change) {
        String name = change.text(attribute);
        boolean taken = change.gives(attribute)
                && change.aws().all(change.type()).stream()
                        .filter(other -> !change.isSelf(other) && among.test(other))
                        .anyMatch(other -> other.text(attribute).equals(name));
        if (taken) {
            throw refusal.apply(name);
        }
    }
}
