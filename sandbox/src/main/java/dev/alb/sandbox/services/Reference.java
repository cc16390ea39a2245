package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.function.Function;

/**
 * What an attribute names must exist.
 *
 * @param attribute the attribute: one id, or a set of them
 * @param type the type of what it names
 * @param refusal what AWS says to an id that nothing has
 */
record Reference(String attribute, String type, Function<String, Refusal> refusal) implements Rule {
    @Override
    public void check(Change change) {
        for (String id : ids(change.object().get(attribute))) {
            if (Existing.find(change.aws(), type, id).isEmpty()) {
                throw refusal.apply(id);
            }
        }
    }

    private static List<String> ids(Value value) {
        List<Value> all = value instanceof Value.Text ? List.of(value) : value.elements();
        return all.stream().map(Value::text).filter(id -> !id.isEmpty()).toList();
    }
}
