package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether JSON has at least what is expected.
 *
 * <p>An object has to have the fields that are named, and may have others; each expected element of a list has to be matched by
 * some element; an empty list has to be empty; {@code null} stands for "not there". One block and a list of one block are
 * the same, as they are to Terraform.
 */
final class PartialMatch {
    private PartialMatch() {}

    /** Every place where the actual JSON is not as expected; none means a match. */
    static List<Difference> differences(JsonNode expected, JsonNode actual) {
        List<Difference> found = new ArrayList<>();
        compare("", expected, actual, found);
        return found;
    }

    static boolean matches(JsonNode expected, JsonNode actual) {
        return differences(expected, actual).isEmpty();
    }

    /** The block itself, where it stands in a list of one. */
    static JsonNode asBlock(JsonNode node) {
        return node.isArray() && node.size() == 1 && node.get(0).isObject() ? node.get(0) : node;
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, List<Difference> found) {
        if (expected.isObject() && asBlock(actual).isObject()) {
            JsonNode block = asBlock(actual);
            expected.properties()
                    .forEach(f -> compare(below(path, f.getKey()), f.getValue(), block.path(f.getKey()), found));
        } else if (expected.isArray() && (actual.isArray() || actual.isObject())) {
            compareLists(path, expected, asList(actual), found);
        } else if (!isAbsence(expected, actual) && !Json.same(expected, actual)) {
            found.add(new Difference(path, expected, actual));
        }
    }

    private static void compareLists(String path, JsonNode expected, JsonNode actual, List<Difference> found) {
        if (expected.isEmpty() && !actual.isEmpty()) {
            found.add(new Difference(path, expected, actual));
        }
        for (JsonNode element : expected) {
            if (actual.size() == 1) {
                compare(below(path, "0"), element, actual.get(0), found);
            } else if (actual.valueStream().noneMatch(candidate -> matches(element, candidate))) {
                found.add(new Difference(path, element, actual));
            }
        }
    }

    private static JsonNode asList(JsonNode node) {
        return node.isArray() ? node : JsonNodeFactory.instance.arrayNode().add(node);
    }

    private static boolean isAbsence(JsonNode expected, JsonNode actual) {
        return expected.isNull() && (actual.isMissingNode() || actual.isNull());
    }

    private static String below(String path, String step) {
        String escaped = step.contains(".") ? "[\"" + step + "\"]" : step;
        return path.isEmpty() || escaped.startsWith("[") ? path + escaped : path + "." + escaped;
    }
}
