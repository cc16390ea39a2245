package dev.alb.sandbox.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Values as JSON, in one form for equal values: names and the elements of sets are sorted. */
public final class CanonicalJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CanonicalJson() {}

    /**
     * The JSON that {@link JsonValues#read} takes for the value.
     *
     * @throws IllegalArgumentException if anything in it is unknown
     */
    public static JsonNode of(Value value) {
        if (value.isNull()) {
            return JSON.nullNode();
        }
        if (value.isUnknown()) {
            throw new IllegalArgumentException("What is kept must be known, got an unknown value");
        }
        if (value instanceof Value.Text text) {
            return JSON.textNode(text.value());
        }
        if (value instanceof Value.Bool bool) {
            return JSON.booleanNode(bool.value());
        }
        if (value instanceof Value.Numeric number) {
            return number(number.value());
        }
        if (value instanceof Value.Typed typed) {
            return JSON.objectNode()
                    .<ObjectNode>set("type", typed.type().json())
                    .set("value", of(typed.value()));
        }
        return value instanceof Value.Mapping mapping ? object(mapping) : array(value);
    }

    private static JsonNode number(BigDecimal number) {
        return number.scale() <= 0 ? JSON.numberNode(number.toBigIntegerExact()) : DecimalNode.valueOf(number);
    }

    private static ObjectNode object(Value.Mapping mapping) {
        ObjectNode object = JSON.objectNode();
        new TreeMap<>(mapping.entries()).forEach((name, value) -> object.set(name, of(value)));
        return object;
    }

    private static ArrayNode array(Value value) {
        List<JsonNode> elements =
                value.elements().stream().map(CanonicalJson::of).toList();
        boolean unordered = value instanceof Value.SetOf;
        return JSON.arrayNode()
                .addAll(
                        unordered
                                ? elements.stream()
                                        .sorted(Comparator.comparing(JsonNode::toString))
                                        .toList()
                                : elements);
    }
}
