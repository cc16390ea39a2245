package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.stream.Stream;

/** Who names an object: those that keep it from being deleted. */
final class Uses {
    private Uses() {}

    /** Everything of a type of which an attribute or a block is this text, or holds it anywhere. */
    static Stream<AwsObject> of(String text, Transaction aws, String type, String attribute) {
        return aws.all(type).stream().filter(object -> holds(object.attributes().get(attribute), text));
    }

    /** Whether a value is a text, or holds it anywhere. */
    static boolean holds(Value value, String text) {
        return value instanceof Value.Text own
                ? own.value().equals(text)
                : value.elements().stream().anyMatch(element -> holds(element, text));
    }
}
