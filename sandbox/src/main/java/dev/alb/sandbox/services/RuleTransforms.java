package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.HashSet;
import java.util.Set;

/** What AWS refuses in the transforms of a rule. */
final class RuleTransforms {
    private RuleTransforms() {}

    static void check(Change change) {
        Set<String> types = new HashSet<>();
        for (Value.Mapping transform : Blocks.of(change.object(), "transform").all()) {
            String type = transform.get("type").text();
            if (!types.add(type)) {
                throw Refusal.validation("A rule can only have one transform of type '" + type + "'");
            }
            if (transform.get(type.replace('-', '_') + "_config").elements().isEmpty()) {
                throw Refusal.validation("A configuration must be specified for a transform of type '" + type + "'");
            }
        }
    }
}
