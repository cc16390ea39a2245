package dev.alb.sandbox.values;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The type of a value, in Terraform's type system. */
public sealed interface CtyType {

    /** A type that has no parts. */
    enum Primitive implements CtyType {
        STRING,
        NUMBER,
        BOOL
    }

    /** Any type: a value brings its own. */
    enum Any implements CtyType {
        DYNAMIC
    }

    /** What a collection is. */
    enum Kind {
        LIST,
        SET,
        MAP
    }

    /** Any number of elements of one type. */
    record CollectionOf(Kind kind, CtyType element) implements CtyType {}

    /** Named attributes, each of its own type. */
    record ObjectOf(Map<String, CtyType> attributes) implements CtyType {}

    /** A fixed number of elements, each of its own type. */
    record TupleOf(List<CtyType> elements) implements CtyType {}

    /** The type that Terraform writes as {@code "string"} or {@code ["list", "string"]}. */
    static CtyType parse(JsonNode json) {
        if (json.isTextual()) {
            String name = json.asText();
            return name.equals("dynamic") ? Any.DYNAMIC : Primitive.valueOf(name.toUpperCase(Locale.ROOT));
        }
        String kind = json.get(0).asText();
        return switch (kind) {
            case "object" -> parseObject(json.get(1));
            case "tuple" -> parseTuple(json.get(1));
            default -> new CollectionOf(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), parse(json.get(1)));
        };
    }

    /** The same, from text. */
    static CtyType parse(String json) {
        try {
            return parse(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A type must be JSON, got " + json, e);
        }
    }

    /** The type as Terraform writes it. */
    default JsonNode json() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (this instanceof Primitive primitive) {
            return json.textNode(primitive.name().toLowerCase(Locale.ROOT));
        }
        if (this instanceof CollectionOf collection) {
            String kind = collection.kind().name().toLowerCase(Locale.ROOT);
            return json.arrayNode().add(kind).add(collection.element().json());
        }
        if (this instanceof ObjectOf object) {
            ObjectNode attributes = json.objectNode();
            object.attributes().forEach((name, type) -> attributes.set(name, type.json()));
            return json.arrayNode().add("object").add(attributes);
        }
        if (this instanceof TupleOf tuple) {
            ArrayNode elements = json.arrayNode();
            tuple.elements().forEach(type -> elements.add(type.json()));
            return json.arrayNode().add("tuple").add(elements);
        }
        return json.textNode("dynamic");
    }

    private static CtyType parseObject(JsonNode json) {
        Map<String, CtyType> attributes = new LinkedHashMap<>();
        json.properties().forEach(entry -> attributes.put(entry.getKey(), parse(entry.getValue())));
        return new ObjectOf(attributes);
    }

    private static CtyType parseTuple(JsonNode json) {
        List<CtyType> elements = new ArrayList<>();
        json.forEach(element -> elements.add(parse(element)));
        return new TupleOf(elements);
    }
}
