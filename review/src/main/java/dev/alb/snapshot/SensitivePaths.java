package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The paths by which a state file says what must not be shown, as a mask. */
final class SensitivePaths {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SensitivePaths() {}

    /**
     * A mask in the structure of some values.
     *
     * @param paths each an array of steps with a {@code value}: a name, or a key as an object with its own
     */
    static JsonNode mask(JsonNode values, JsonNode paths) {
        List<List<String>> ways = new ArrayList<>();
        paths.forEach(path -> ways.add(way(path)));
        return mask(values, ways, 0);
    }

    /** An element of a set has no place, so the whole set is hidden. */
    private static List<String> way(JsonNode path) {
        List<String> way = new ArrayList<>();
        for (JsonNode step : path) {
            JsonNode value = step.path("value");
            JsonNode key = value.isObject() ? value.path("value") : value;
            if (!key.isValueNode()) {
                break;
            }
            way.add(key.asText());
        }
        return way;
    }

    /** What a way leads to, or cannot go on from, is hidden. */
    private static JsonNode mask(JsonNode value, List<List<String>> ways, int depth) {
        if (ways.isEmpty()) {
            return MissingNode.getInstance();
        }
        if (!value.isContainerNode() || ways.stream().anyMatch(way -> way.size() == depth)) {
            return BooleanNode.TRUE;
        }
        if (value.isObject()) {
            ObjectNode mask = NODES.objectNode();
            value.properties()
                    .forEach(part -> mask.set(
                            part.getKey(), mask(part.getValue(), along(ways, depth, part.getKey()), depth + 1)));
            return mask;
        }
        ArrayNode mask = NODES.arrayNode();
        for (int i = 0; i < value.size(); i++) {
            mask.add(mask(value.get(i), along(ways, depth, String.valueOf(i)), depth + 1));
        }
        return mask;
    }

    private static List<List<String>> along(List<List<String>> ways, int depth, String step) {
        return ways.stream().filter(way -> way.get(depth).equals(step)).toList();
    }
}
