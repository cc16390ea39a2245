package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.Optional;

/**
 * What a call wants to change.
 *
 * @param type the type of resource
 * @param before the object as it is; without entries if there is none yet
 * @param after the object as it shall be; without entries if it shall go
 * @param aws what stands in the account
 */
public record Change(String type, Value.Mapping before, Value.Mapping after, Transaction aws) {

    /** The object as it shall be, or, when it shall go, as it is. */
    public Value.Mapping object() {
        return after.entries().isEmpty() ? before : after;
    }

    /** An attribute of {@link #object()} as a text; empty where there is none. */
    public String text(String attribute) {
        return object().get(attribute).text();
    }

    /** The same change towards another object. */
    public Change with(Value.Mapping other) {
        return after.entries().isEmpty() ? new Change(type, other, after, aws) : new Change(type, before, other, aws);
    }

    /** Whether somebody gave an attribute of {@link #object()}, and it is known. */
    public boolean gives(String attribute) {
        Value value = object().get(attribute);
        return value.isGiven() && !value.isUnknown();
    }

    /** An attribute of {@link #object()} that somebody has given or AWS has said: a text that is not empty. */
    public Optional<String> known(String attribute) {
        return object().get(attribute) instanceof Value.Text text
                        && !text.value().isEmpty()
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** Whether the object shall go. */
    public boolean isDeletion() {
        return after.entries().isEmpty();
    }

    /** Whether an attribute or a block differs before and after. */
    public boolean changes(String attribute) {
        return !before.get(attribute).equals(after.get(attribute));
    }

    /** Whether another object is this one. */
    public boolean isSelf(AwsObject other) {
        return other.type().equals(type) && other.id().equals(text("id"));
    }
}
