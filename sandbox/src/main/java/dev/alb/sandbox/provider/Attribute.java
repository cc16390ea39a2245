package dev.alb.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;

/** One attribute of a block: its type, who sets it, and what AWS accepts. */
record Attribute(String name, CtyType type, JsonNode facts, ValueRules rules) {

    static Attribute parse(String name, JsonNode facts) {
        return new Attribute(name, CtyType.parse(facts.get("type")), facts, ValueRules.parse(facts));
    }

    boolean required() {
        return is("required");
    }

    boolean optional() {
        return is("optional");
    }

    boolean computed() {
        return is("computed");
    }

    boolean sensitive() {
        return is("sensitive");
    }

    boolean writeOnly() {
        return is("write_only");
    }

    boolean forcesReplacement() {
        return is("force_new");
    }

    /** What the provider plans where nothing is given; null if it plans nothing. */
    Value defaultValue() {
        return JsonValues.read(facts.path("default"), type);
    }

    private boolean is(String flag) {
        return facts.path(flag).asBoolean();
    }
}
