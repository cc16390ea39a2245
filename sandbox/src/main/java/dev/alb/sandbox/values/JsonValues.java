package dev.alb.sandbox.values;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import dev.alb.sandbox.values.CtyType.TupleOf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Values as a state file writes them. */
public final class JsonValues {
    /** A state may hold texts of any length, whatever Jackson thinks of it. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private JsonValues() {}

    /** The value in some JSON that is text. */
    public static Value read(String json, CtyType type) {
        try {
            return read(JSON.readTree(json), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A value must be JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The value in some JSON; what an object lacks is null. */
    public static Value read(JsonNode json, CtyType type) {
        if (json.isNull() || json.isMissingNode()) {
            return Value.Absent.NULL;
        }
        if (type instanceof Primitive primitive) {
            return readPrimitive(json, primitive);
        }
        if (type instanceof CollectionOf collection) {
            return readCollection(json, collection);
        }
        if (type instanceof TupleOf tuple) {
            return readTuple(json, tuple);
        }
        return type instanceof ObjectOf object ? readObject(json, object) : readTyped(json);
    }

    /** A value of any type is an object of its type and itself. */
    private static Value readTyped(JsonNode json) {
        CtyType type = CtyType.parse(json.path("type"));
        return new Value.Typed(type, read(json.path("value"), type));
    }

    private static Value readTuple(JsonNode json, TupleOf type) {
        List<Value> elements = new ArrayList<>();
        for (CtyType element : type.elements()) {
            elements.add(read(json.path(elements.size()), element));
        }
        return new Value.Sequence(elements);
    }

    private static Value readPrimitive(JsonNode json, Primitive type) {
        return switch (type) {
            case STRING -> new Value.Text(json.asText());
            case BOOL -> new Value.Bool(json.asBoolean());
            case NUMBER -> new Value.Numeric(new BigDecimal(json.asText()));
        };
    }

    private static Value readObject(JsonNode json, ObjectOf type) {
        Map<String, Value> entries = new LinkedHashMap<>();
        type.attributes().forEach((name, attribute) -> entries.put(name, read(json.path(name), attribute)));
        return new Value.Mapping(entries);
    }

    private static Value readCollection(JsonNode json, CollectionOf type) {
        return switch (type.kind()) {
            case LIST -> new Value.Sequence(readElements(json, type.element()));
            case SET -> new Value.SetOf(readElements(json, type.element()));
            case MAP -> readMap(json, type.element());
        };
    }

    private static List<Value> readElements(JsonNode json, CtyType element) {
        return StreamSupport.stream(json.spliterator(), false)
                .map(each -> read(each, element))
                .toList();
    }

    private static Value readMap(JsonNode json, CtyType element) {
        Map<String, Value> entries = new LinkedHashMap<>();
        json.properties().forEach(entry -> entries.put(entry.getKey(), read(entry.getValue(), element)));
        return new Value.Mapping(entries);
    }
}
