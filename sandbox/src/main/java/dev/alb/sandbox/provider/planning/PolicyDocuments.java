package dev.alb.sandbox.provider.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Policies as IAM reads them: a list of one thing is that thing, and the order of a list says nothing. */
final class PolicyDocuments {
    private PolicyDocuments() {}

    static boolean same(String one, String other) {
        return normalize(JsonDocuments.parse(one)).equals(normalize(JsonDocuments.parse(other)));
    }

    private static JsonNode normalize(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode normal = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> normal.set(entry.getKey(), normalize(entry.getValue())));
            return normal;
        }
        if (node instanceof ArrayNode array) {
            return array.size() == 1 ? normalize(array.get(0)) : sorted(array);
        }
        return node.isObject() || node.isNull() ? node : JsonNodeFactory.instance.textNode(node.asText());
    }

    private static ArrayNode sorted(ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(element -> elements.add(normalize(element)));
        elements.sort(Comparator.comparing(PolicyDocuments::key));
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    /** Objects with the same entries in another order have the same key. */
    private static String key(JsonNode node) {
        return node.isObject() ? JsonDocuments.normalize(node.toString()) : node.toString();
    }
}
