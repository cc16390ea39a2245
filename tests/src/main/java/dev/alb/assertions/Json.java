package dev.alb.assertions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** JSON as tests write it and as failures show it. */
final class Json {
    /** CDKTF's own notes in a block, which mean nothing to Terraform. */
    private static final String COMMENT = "//";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
            .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));

    private Json() {}

    static JsonNode parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new IllegalArgumentException("This is no JSON: it is empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no JSON: " + e.getOriginalMessage() + "\n" + text, e);
        }
    }

    /** What a test expects, as JSON: a text is a text, a list an array, {@code null} is JSON's null. */
    static JsonNode of(@Nullable Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    static String pretty(JsonNode node) {
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that was read can be written", e);
        }
    }

    /** One line, or "nothing" where there is none. */
    static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    /** Whether both say the same: 1 and 1.0 do, 1 and "1" do not, the order of a list counts. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size() && sameElements(one.elements(), other.elements());
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.propertyStream()
                            .allMatch(field ->
                                    other.has(field.getKey()) && same(field.getValue(), other.get(field.getKey())));
        }
        return one.equals(other);
    }

    private static boolean sameElements(Iterator<JsonNode> one, Iterator<JsonNode> other) {
        while (one.hasNext()) {
            if (!same(one.next(), other.next())) {
                return false;
            }
        }
        return true;
    }

    /** The same without CDKTF's notes, on every level at which it writes them. */
    static JsonNode withoutComments(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = MAPPER.createObjectNode();
            object.properties().stream()
                    .filter(field -> !field.getKey().equals(COMMENT))
                    .forEach(field -> copy.set(field.getKey(), withoutComments(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(element -> copy.add(withoutComments(element)));
            return copy;
        }
        return node;
    }
}
