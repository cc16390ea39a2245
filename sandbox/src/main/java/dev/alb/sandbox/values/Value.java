package dev.alb.sandbox.values;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value as Terraform knows it: also one that is null, and one that nobody knows yet. */
public sealed interface Value {

    /** No value, for one of two reasons. */
    enum Absent implements Value {
        NULL,
        UNKNOWN
    }

    /** A value that nobody knows yet, though something is known about it. */
    record Refined(Refinement refinement) implements Value {}

    /** A value that brings its own type, where the schema allows any. */
    record Typed(CtyType type, Value value) implements Value {}

    /** True or false. */
    record Bool(boolean value) implements Value {}

    /** A number; 5 and 5.0 are equal. */
    record Numeric(BigDecimal value) implements Value {
        public Numeric {
            value = value.stripTrailingZeros();
        }
    }

    /** A text. */
    record Text(String value) implements Value {}

    /** A list: the order counts. */
    record Sequence(List<Value> elements) implements Value {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** A set: the order does not count. Unknown elements may turn out to differ, so each of them stays. */
    record SetOf(List<Value> elements) implements Value {
        public SetOf {
            elements = List.copyOf(elements);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SetOf set
                    && elements.size() == set.elements.size()
                    && Set.copyOf(elements).equals(Set.copyOf(set.elements));
        }

        @Override
        public int hashCode() {
            return Set.copyOf(elements).hashCode();
        }
    }

    /** An object, or a map. */
    record Mapping(Map<String, Value> entries) implements Value {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of an entry, null if there is none. */
        public Value get(String name) {
            return entries.getOrDefault(name, Absent.NULL);
        }

        /** The same with another entry. */
        public Mapping with(String name, Value value) {
            Map<String, Value> changed = new LinkedHashMap<>(entries);
            changed.put(name, value);
            return new Mapping(changed);
        }
    }

    /** A map without entries. */
    static Mapping emptyMap() {
        return new Mapping(Map.of());
    }

    /** A text. */
    static Value text(String value) {
        return new Text(value);
    }

    /** Whether there is no value. */
    default boolean isNull() {
        return this == Absent.NULL;
    }

    /** Whether nobody knows it yet; its parts may be unknown all the same. */
    default boolean isUnknown() {
        return this == Absent.UNKNOWN || this instanceof Refined;
    }

    /** Whether it is there and not an empty text, list, set or map. */
    default boolean isGiven() {
        return !isNull() && !text().equals("") || isUnknown();
    }

    /** Whether all of it is known. */
    default boolean isWhollyKnown() {
        return !isUnknown() && elements().stream().allMatch(Value::isWhollyKnown);
    }

    /** Its parts: elements of a list or set, values of a map or object. */
    default List<Value> elements() {
        if (this instanceof Sequence list) {
            return list.elements();
        }
        if (this instanceof SetOf set) {
            return set.elements();
        }
        if (this instanceof Typed typed) {
            return List.of(typed.value());
        }
        return this instanceof Mapping map ? List.copyOf(map.entries().values()) : List.of();
    }

    /** It as a text; for anything that is none, its form in a message. */
    default String text() {
        if (this instanceof Text text) {
            return text.value();
        }
        if (this instanceof Numeric number) {
            return number.value().toPlainString();
        }
        if (this instanceof Bool bool) {
            return String.valueOf(bool.value());
        }
        return isNull() ? "" : elements().stream().map(Value::text).toList().toString();
    }
}
