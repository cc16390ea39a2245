package dev.alb.sandbox.provider.planning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.schema.ValueRules;
import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Attributes that must stand, or must not stand, where another one has a value.
 *
 * @param in the block in which all of them stand; empty for the resource itself
 * @param when the attribute that decides
 * @param is the values that it decides with
 * @param isNot the values with which it does not; empty if {@code is} has some
 * @param needs attributes or blocks of which one must be given
 * @param excludes attributes or blocks that must not be given
 */
public record Combination(
        String in, String when, List<String> is, List<String> isNot, List<String> needs, List<String> excludes) {

    static Combination parse(JsonNode json) {
        return new Combination(
                json.path("in").asText(""),
                json.path("when").asText(),
                ValueRules.texts(json.path("is")),
                ValueRules.texts(json.path("is_not")),
                ValueRules.texts(json.path("needs")),
                ValueRules.texts(json.path("excludes")));
    }

    /** What is wrong with one block of a configuration. */
    List<Finding> check(Value.Mapping block, ValuePath path) {
        List<Finding> found = new ArrayList<>();
        Value decides = block.get(when);
        if (!applies(decides)) {
            return found;
        }
        String value = decides.text();
        if (!needs.isEmpty() && needs.stream().noneMatch(name -> given(block.get(name)))) {
            found.add(Finding.combination(path.attribute(when), missing(path, value)));
        }
        excludes.stream().filter(name -> certainly(block.get(name))).forEach(name -> {
            found.add(Finding.combination(path.attribute(name), tooMuch(path, name, value)));
        });
        return found;
    }

    private boolean applies(Value decides) {
        if (decides.isUnknown() || decides.isNull()) {
            return false;
        }
        boolean listed = is.stream().anyMatch(value -> value.equalsIgnoreCase(decides.text()));
        boolean excepted = isNot.stream().anyMatch(value -> value.equalsIgnoreCase(decides.text()));
        return isNot.isEmpty() ? listed : !excepted;
    }

    private String missing(ValuePath path, String value) {
        String which = needs.size() == 1
                ? "Attribute " + quoted(path, needs.get(0))
                : "Either "
                        + String.join(
                                " or ", needs.stream().map(n -> quoted(path, n)).toList());
        return which + " must be specified when " + quoted(path, when) + " is \"" + value + "\".";
    }

    private String tooMuch(ValuePath path, String name, String value) {
        return "Attribute " + quoted(path, name) + " cannot be specified when " + quoted(path, when) + " is \"" + value
                + "\".";
    }

    private static String quoted(ValuePath path, String name) {
        return '"' + path.attribute(name).toString() + '"';
    }

    private static boolean given(Value value) {
        return value.isUnknown() || certainly(value);
    }

    private static boolean certainly(Value value) {
        boolean empty = value.elements().isEmpty() && (value instanceof Value.Sequence || value instanceof Value.SetOf);
        return value.isGiven() && !value.isUnknown() && !empty;
    }
}
