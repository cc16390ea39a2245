package dev.alb.sandbox.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
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

    /** The type that Terraform writes as {@code "string"} or {@code ["list", "string"]}. */
    static CtyType parse(JsonNode json) {
        if (json.isTextual()) {
            return Primitive.valueOf(json.asText().toUpperCase(Locale.ROOT));
        }
        String kind = json.get(0).asText();
        if (kind.equals("object")) {
            return parseObject(json.get(1));
        }
        return new CollectionOf(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), parse(json.get(1)));
    }

    private static CtyType parseObject(JsonNode json) {
        Map<String, CtyType> attributes = new LinkedHashMap<>();
        json.properties().forEach(entry -> attributes.put(entry.getKey(), parse(entry.getValue())));
        return new ObjectOf(attributes);
    }
}
