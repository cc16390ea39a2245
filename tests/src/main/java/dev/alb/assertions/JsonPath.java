package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way into JSON: {@code action.0.forward}, {@code action[0].forward}, {@code tags["a.b"]}. */
final class JsonPath {
    private static final Pattern STEP = Pattern.compile("\\[\"([^\"]*)\"]|\\[(\\d+)]|([^.\\[\\]]+)");

    private final List<String> steps;

    private JsonPath(List<String> steps) {
        this.steps = steps;
    }

    static JsonPath of(String path) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            steps.add(step.group(1) != null ? step.group(1) : step.group(2) != null ? step.group(2) : step.group(3));
        }
        return new JsonPath(steps);
    }

    List<String> steps() {
        return steps;
    }

    /** What stands there, or a missing node. */
    JsonNode in(JsonNode root) {
        JsonNode node = root;
        for (String step : steps) {
            node = step(node, step);
        }
        return node;
    }

    /** The names at the deepest place that the path reaches. */
    List<String> namesWhereItEnds(JsonNode root) {
        JsonNode node = root;
        for (String step : steps) {
            JsonNode next = step(node, step);
            if (next.isMissingNode()) {
                break;
            }
            node = next;
        }
        return PartialMatch.asBlock(node).propertyStream().map(e -> e.getKey()).toList();
    }

    /** The first step that leads nowhere. */
    String stepWhereItEnds(JsonNode root) {
        JsonNode node = root;
        for (String step : steps) {
            node = step(node, step);
            if (node.isMissingNode()) {
                return step;
            }
        }
        return "";
    }

    private static JsonNode step(JsonNode node, String step) {
        boolean isIndex = step.matches("\\d+");
        if (node.isArray()) {
            return isIndex
                    ? node.path(Integer.parseInt(step))
                    : PartialMatch.asBlock(node).path(step);
        }
        if (node.isObject()) {
            // A block that stands alone and a list of one block are the same to Terraform.
            return step.equals("0") && !node.has(step) ? node : node.path(step);
        }
        return MissingNode.getInstance();
    }
}
