package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Answers;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.Value;
import java.util.List;

/** The calls that come once an object exists; if one of them is refused, the object stays without what they set. */
record Creation(Behavior behavior, ResourceType type, Caller caller) {

    Outcome complete(Change made, Value.Mapping object) {
        Change change = made.with(object);
        List<Call> further = behavior.onCreate().stream()
                .filter(call -> !call.sets().isEmpty())
                .toList();
        for (int i = 0; i < further.size(); i++) {
            try {
                CallAttempt.of(further.get(i), change, change);
            } catch (FailedCall failure) {
                Value.Mapping bare = without(object, further.subList(i, further.size()));
                change.aws().put(new AwsObject(type.name(), change.aws().region(), bare, Origin.CREATED));
                return Outcome.failed(failure.after(object));
            }
        }
        return Outcome.of(object);
    }

    private Value.Mapping without(Value.Mapping object, List<Call> calls) {
        Value.Mapping bare = object;
        for (Call call : calls) {
            for (String name : call.sets()) {
                bare = bare.with(name, unset(name));
            }
        }
        return Answers.complete(type, caller, bare, 0);
    }

    private Value unset(String name) {
        Attribute attribute = type.block().attributes().get(name);
        if (attribute == null) {
            boolean set = type.block().blocks().get(name).nesting() == NestedBlock.Nesting.SET;
            return set ? new Value.SetOf(List.of()) : new Value.Sequence(List.of());
        }
        Value fallback = attribute.defaultValue();
        return fallback.isNull() && attribute.computed() ? Value.Absent.UNKNOWN : fallback;
    }
}
