package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Empty values: the older SDK does not tell nothing from an empty text, zero or false. */
final class Zeros {
    private Zeros() {}

    static boolean isZero(Value value) {
        return value.isNull()
                || value.equals(Value.text(""))
                || value.equals(new Value.Bool(false))
                || value.equals(new Value.Numeric(BigDecimal.ZERO))
                || isEmptyCollection(value);
    }

    static boolean isEmptyCollection(Value value) {
        boolean collection =
                value instanceof Value.Sequence || value instanceof Value.SetOf || value instanceof Value.Mapping;
        return collection && value.elements().isEmpty();
    }

    /** A collection of objects in which nothing is null. */
    static Value within(Value value, CtyType type) {
        if (!(type instanceof CollectionOf collection) || !(collection.element() instanceof ObjectOf object)) {
            return value;
        }
        List<Value> filled = value.elements().stream()
                .map(element -> filled(element, object))
                .toList();
        if (value instanceof Value.SetOf) {
            return new Value.SetOf(filled);
        }
        return value instanceof Value.Sequence ? new Value.Sequence(filled) : value;
    }

    private static Value filled(Value element, ObjectOf type) {
        if (!(element instanceof Value.Mapping mapping)) {
            return element;
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        type.attributes().forEach((name, attribute) -> {
            Value value = mapping.get(name);
            entries.put(name, value.isNull() ? zero(attribute) : value);
        });
        return new Value.Mapping(entries);
    }

    private static Value zero(CtyType type) {
        if (type instanceof CollectionOf collection) {
            return switch (collection.kind()) {
                case LIST -> new Value.Sequence(List.of());
                case SET -> new Value.SetOf(List.of());
                case MAP -> Value.emptyMap();
            };
        }
        return type instanceof Primitive primitive
                ? switch (primitive) {
                    case STRING -> Value.text("");
                    case BOOL -> new Value.Bool(false);
                    case NUMBER -> new Value.Numeric(BigDecimal.ZERO);
                }
                : Value.Absent.NULL;
    }
}
