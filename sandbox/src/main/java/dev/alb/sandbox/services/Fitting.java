package dev.alb.sandbox.services;

import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings a value of a resource into the type that its data source has for it: a set of blocks into a list of objects. */
final class Fitting {
    private Fitting() {}

    /** The value as one of this type; null where it has another form. */
    static Value to(CtyType type, Value value) {
        if (value.isNull() || value.isUnknown()) {
            return value;
        }
        if (type instanceof ObjectOf object) {
            return value instanceof Value.Mapping mapping ? object(object, mapping) : Value.Absent.NULL;
        }
        if (type instanceof CollectionOf collection) {
            return collection(collection, value);
        }
        return value.elements().isEmpty() && !isCollection(value)
                ? primitive((CtyType.Primitive) type, value)
                : Value.Absent.NULL;
    }

    private static Value primitive(CtyType.Primitive type, Value value) {
        return switch (type) {
            case STRING -> Value.text(value.text());
            case BOOL -> value instanceof Value.Bool ? value : Value.Absent.NULL;
            case NUMBER -> value instanceof Value.Numeric ? value : Value.Absent.NULL;
        };
    }

    private static boolean isCollection(Value value) {
        return value instanceof Value.Sequence || value instanceof Value.SetOf || value instanceof Value.Mapping;
    }

    private static Value object(ObjectOf type, Value.Mapping value) {
        Map<String, Value> entries = new LinkedHashMap<>();
        type.attributes().forEach((name, attribute) -> entries.put(name, to(attribute, value.get(name))));
        return new Value.Mapping(entries);
    }

    private static Value collection(CollectionOf type, Value value) {
        if (type.kind() == CtyType.Kind.MAP) {
            return value instanceof Value.Mapping ? value : Value.Absent.NULL;
        }
        if (!(value instanceof Value.Sequence || value instanceof Value.SetOf)) {
            return Value.Absent.NULL;
        }
        List<Value> elements =
                value.elements().stream().map(each -> to(type.element(), each)).toList();
        return type.kind() == CtyType.Kind.SET ? new Value.SetOf(elements) : new Value.Sequence(elements);
    }
}
