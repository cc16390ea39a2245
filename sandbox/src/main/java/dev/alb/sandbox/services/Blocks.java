package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The blocks of one name within an object or another block. */
record Blocks(List<Value.Mapping> all) {
    static Blocks of(Value.Mapping object, String name) {
        return new Blocks(object.get(name).elements().stream()
                .filter(Value.Mapping.class::isInstance)
                .map(Value.Mapping.class::cast)
                .toList());
    }

    Optional<Value.Mapping> first() {
        return all.stream().findFirst();
    }

    /** An object with each block of a name changed. */
    static Value.Mapping change(Value.Mapping object, String name, UnaryOperator<Value.Mapping> change) {
        List<Value> changed = object.get(name).elements().stream()
                .map(block -> block instanceof Value.Mapping mapping ? change.apply(mapping) : block)
                .toList();
        if (changed.isEmpty()) {
            return object;
        }
        boolean set = object.get(name) instanceof Value.SetOf;
        return object.with(name, set ? new Value.SetOf(changed) : new Value.Sequence(changed));
    }

    /** An attribute as it is, or another where nobody gave one. */
    static Value.Mapping fill(Value.Mapping block, String attribute, Value otherwise) {
        boolean empty = !block.get(attribute).isGiven() || block.get(attribute).isUnknown();
        return empty ? block.with(attribute, otherwise) : block;
    }
}
