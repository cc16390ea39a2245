package dev.alb.sandbox.provider;

import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What Terraform proposes to a provider: the configuration, and what is there where AWS decides. */
final class Proposal {
    private Proposal() {}

    static Value of(Block block, @Nullable Value prior, Value config) {
        if (!(config instanceof Value.Mapping written)) {
            return config;
        }
        Value.Mapping before = prior instanceof Value.Mapping mapping ? mapping : Value.emptyMap();
        Map<String, Value> proposed = new LinkedHashMap<>();
        for (Attribute attribute : block.attributes().values()) {
            Value own = attribute.writeOnly() ? Value.Absent.NULL : written.get(attribute.name());
            boolean kept = own.isNull() && attribute.computed();
            proposed.put(attribute.name(), kept ? before.get(attribute.name()) : own);
        }
        for (NestedBlock nested : block.blocks().values()) {
            proposed.put(nested.name(), nested(nested, before.get(nested.name()), written.get(nested.name())));
        }
        return new Value.Mapping(proposed);
    }

    private static Value nested(NestedBlock nested, Value before, Value config) {
        List<Value> old = before.elements();
        List<Value> now = config.elements();
        if (config instanceof Value.Sequence) {
            return new Value.Sequence(IntStream.range(0, now.size())
                    .mapToObj(i -> of(nested.block(), i < old.size() ? old.get(i) : null, now.get(i)))
                    .toList());
        }
        if (config instanceof Value.SetOf) {
            return new Value.SetOf(now.stream()
                    .map(element -> of(nested.block(), like(element, old), element))
                    .toList());
        }
        return of(nested.block(), before, config);
    }

    /** The element of a set that has everything that was written. */
    private static @Nullable Value like(Value element, List<Value> old) {
        return old.stream()
                .filter(candidate -> element instanceof Value.Mapping written
                        && candidate instanceof Value.Mapping there
                        && written.entries().entrySet().stream()
                                .allMatch(e ->
                                        e.getValue().isNull() || e.getValue().equals(there.get(e.getKey()))))
                .findFirst()
                .orElse(null);
    }
}
