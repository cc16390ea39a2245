package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Blocks that a plan leaves to AWS: before AWS is asked there are none, but those that it makes itself. */
public final class UnknownBlocks {
    private UnknownBlocks() {}

    /** The same object with no block in the place of each that is not known and that AWS does not make. */
    public static Value.Mapping none(ResourceType type, Value.Mapping object) {
        Value.Mapping none = none(type.block(), object);
        for (String name : type.block().blocks().keySet()) {
            boolean answered = type.answers().path(name).isArray();
            none = answered && object.get(name).isUnknown() ? none.with(name, Value.Absent.UNKNOWN) : none;
        }
        return none;
    }

    private static Value.Mapping none(Block block, Value.Mapping object) {
        Map<String, Value> known = new LinkedHashMap<>(object.entries());
        block.blocks().values().forEach(nested -> known.computeIfPresent(nested.name(), (n, v) -> none(nested, v)));
        return new Value.Mapping(known);
    }

    private static Value none(NestedBlock nested, Value value) {
        if (value.isUnknown()) {
            return nested.none();
        }
        if (value instanceof Value.Mapping single) {
            return none(nested.block(), single);
        }
        List<Value> elements = value.elements().stream()
                .map(e -> e instanceof Value.Mapping m ? none(nested.block(), m) : e)
                .toList();
        if (value instanceof Value.Sequence) {
            return new Value.Sequence(elements);
        }
        return value instanceof Value.SetOf ? new Value.SetOf(elements) : value;
    }
}
