package dev.alb.sandbox.provider.planning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.schema.ValueRules;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Set;

/**
 * Attributes that count only where another one has certain values; elsewhere the provider passes over them.
 *
 * @param in the block in which all of them stand; empty for the resource itself
 * @param attributes the attributes and blocks
 * @param when the attribute that decides
 * @param values the values with which they count
 */
public record Applicability(String in, Set<String> attributes, String when, List<String> values) {

    static Applicability parse(JsonNode json) {
        return new Applicability(
                json.path("in").asText(""),
                Set.copyOf(ValueRules.texts(json.path("attributes"))),
                json.path("when").asText(),
                ValueRules.texts(json.path("is")));
    }

    /** Whether an attribute is passed over, given what decides. */
    boolean passesOver(String name, Value decides) {
        return attributes.contains(name)
                && decides.isGiven()
                && !decides.isUnknown()
                && values.stream().noneMatch(value -> value.equalsIgnoreCase(decides.text()));
    }
}
