package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;

/**
 * One attribute of a block: its type, who sets it, and what AWS accepts.
 *
 * @param defaultValue what the provider plans where nothing is given; null if it plans nothing
 */
public record Attribute(String name, CtyType type, JsonNode facts, ValueRules rules, Value defaultValue) {

    public static Attribute parse(String name, JsonNode facts) {
        CtyType type = CtyType.parse(facts.get("type"));
        return new Attribute(name, type, facts, ValueRules.parse(facts), JsonValues.read(facts.path("default"), type));
    }

    public boolean required() {
        return is("required");
    }

    public boolean optional() {
        return is("optional");
    }

    public boolean computed() {
        return is("computed");
    }

    public boolean sensitive() {
        return is("sensitive");
    }

    public boolean writeOnly() {
        return is("write_only");
    }

    public boolean forcesReplacement() {
        return is("force_new");
    }

    private boolean is(String flag) {
        return facts.path(flag).asBoolean();
    }
}
