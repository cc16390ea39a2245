package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a block consists of: attributes and further blocks.
 *
 * @param type the type of its value
 */
public record Block(Map<String, Attribute> attributes, Map<String, NestedBlock> blocks, CtyType type) {

    /** A block as a schema describes it. */
    public static Block parse(JsonNode json) {
        return new BlockReader().read(json);
    }

    static Block of(Map<String, Attribute> attributes, Map<String, NestedBlock> blocks) {
        Map<String, CtyType> types = new LinkedHashMap<>();
        attributes.values().forEach(attribute -> types.put(attribute.name(), attribute.type()));
        blocks.values().forEach(block -> types.put(block.name(), block.type()));
        return new Block(attributes, blocks, new CtyType.ObjectOf(types));
    }

    /** An attribute of a block, or its default where nothing is given. */
    public Value valueOrDefault(String name, Value.Mapping values) {
        Value value = values.get(name);
        boolean none = value.isNull() && attributes.containsKey(name);
        return none ? attributes.get(name).defaultValue() : value;
    }

    /** The same value where no attribute and no block is missing: an absent block is an empty list or set, not null. */
    public Value complete(Value value) {
        return map(value, (attribute, block) -> block.get(attribute.name()));
    }

    /** The same value with each attribute changed, and complete. */
    public Value map(Value value, Change change) {
        if (!(value instanceof Value.Mapping mapping)) {
            return value;
        }
        Map<String, Value> changed = new LinkedHashMap<>();
        attributes.values().forEach(a -> changed.put(a.name(), change.apply(a, mapping)));
        blocks.values().forEach(b -> changed.put(b.name(), mapNested(b, mapping.get(b.name()), change)));
        return new Value.Mapping(changed);
    }

    private static Value mapNested(NestedBlock nested, Value value, Change change) {
        Function<Value, Value> each = element -> nested.block().map(element, change);
        if (value instanceof Value.Sequence list) {
            return new Value.Sequence(list.elements().stream().map(each).toList());
        }
        if (value instanceof Value.SetOf set) {
            return new Value.SetOf(set.elements().stream().map(each).toList());
        }
        boolean absent = value.isNull() && nested.nesting() != NestedBlock.Nesting.SINGLE;
        return absent ? new Value.Sequence(List.of()) : each.apply(value);
    }

    /** Gives an attribute another value, in view of the block that it stands in. */
    public interface Change {
        Value apply(Attribute attribute, Value.Mapping block);
    }
}
