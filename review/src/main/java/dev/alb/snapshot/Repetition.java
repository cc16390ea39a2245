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

    /** One instance of what is configured so in a module. */
    static Repetition of(JsonNode configured, String key, Scope scope) {
        JsonNode forEach = configured.path("for_each_expression");
        return new Repetition(key, References.isExpression(forEach) && comesFromOutside(forEach, scope));
    }

    /** Of a configuration in JSON, what is evaluated stands there as a constant too, so its references count. */
    private static boolean comesFromOutside(JsonNode forEach, Scope scope) {
        Sources sources = new Sources();
        scope.collect(forEach, NONE, sources);
        return !sources.isInDoubt() && sources.addresses().isEmpty();
    }
}
