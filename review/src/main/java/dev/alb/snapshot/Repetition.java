package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which instance of a resource or module an expression is evaluated for.
 *
 * @param key its key in brackets; empty if there is only one
 * @param isConstant whether {@code each.value} comes from no resource
 */
record Repetition(String key, boolean isConstant) {
    /** For what has no instances, an output. */
    static final Repetition NONE = new Repetition("", false);

    /** One instance of what is configured so. */
    static Repetition of(JsonNode configured, String key) {
        JsonNode forEach = configured.path("for_each_expression");
        // Of a configuration in JSON, what is evaluated stands there as a constant too.
        boolean isConstant =
                forEach.has("constant_value") && forEach.path("references").isEmpty();
        return new Repetition(key, isConstant);
    }
}
