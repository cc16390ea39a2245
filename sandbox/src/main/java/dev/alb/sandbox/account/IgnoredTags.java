package dev.alb.sandbox.account;

import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tags that somebody else manages, so that Terraform never sees them.
 *
 * @param keys their names
 * @param prefixes how their names begin
 */
public record IgnoredTags(Set<String> keys, Set<String> prefixes) {
    /** Every tag counts. */
    public static final IgnoredTags NONE = new IgnoredTags(Set.of(), Set.of());

    /** What the blocks {@code ignore_tags} of a provider say. */
    static IgnoredTags of(Value blocks) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> prefixes = new LinkedHashSet<>();
        for (Value block : blocks.elements()) {
            if (block instanceof Value.Mapping mapping) {
                mapping.get("keys").elements().forEach(key -> keys.add(key.text()));
                mapping.get("key_prefixes").elements().forEach(prefix -> prefixes.add(prefix.text()));
            }
        }
        return new IgnoredTags(keys, prefixes);
    }

    /** The tags that are left. */
    public Value.Mapping without(Value.Mapping tags) {
        Map<String, Value> left = new LinkedHashMap<>(tags.entries());
        left.keySet().removeIf(key -> keys.contains(key) || prefixes.stream().anyMatch(key::startsWith));
        return new Value.Mapping(left);
    }
}
