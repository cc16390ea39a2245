package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;
import java.util.ArrayList;
import java.util.List;

/** Finds what cannot change in place, so that the resource must be replaced. */
public final class Replacements {
    private static final String REGION = "region";

    private final String providersRegion;
    private final boolean priorIsComplete;
    private final List<ValuePath> paths = new ArrayList<>();

    private Replacements(String providersRegion, boolean priorIsComplete) {
        this.providersRegion = providersRegion;
        this.priorIsComplete = priorIsComplete;
    }

    /**
     * The paths that force a replacement.
     *
     * @param providersRegion the region of an object that names none
     * @param priorIsComplete false after an import of an object that nobody described: what is null there is not
     *     known, so it forces nothing
     */
    public static List<ValuePath> between(
            Value.Mapping before,
            Value.Mapping after,
            ResourceType type,
            String providersRegion,
            boolean priorIsComplete) {
        Replacements replacements = new Replacements(providersRegion, priorIsComplete);
        replacements.block(type.block(), before, after, ValuePath.ROOT);
        replacements.region(type, before, after);
        for (ReplacementRule rule : ReplacementRules.of(type.name())) {
            rule.forcedBy(before, after).forEach(name -> replacements.compare(name, before, after, ValuePath.ROOT));
        }
        return replacements.paths;
    }

    private void block(Block block, Value.Mapping before, Value.Mapping after, ValuePath path) {
        block.attributes().values().stream()
                .filter(attribute ->
                        attribute.forcesReplacement() && !attribute.name().equals(REGION))
                .forEach(attribute -> {
                    compare(attribute.name(), before, after, path);
                });
        block.blocks().values().stream()
                .filter(NestedBlock::mayForceReplacement)
                .forEach(nested -> {
                    nested(nested, before.get(nested.name()), after.get(nested.name()), path.attribute(nested.name()));
                });
    }

    private void compare(String name, Value.Mapping before, Value.Mapping after, ValuePath path) {
        boolean changed = !before.get(name).equals(after.get(name));
        if (changed && (priorIsComplete || !before.get(name).isNull())) {
            paths.add(path.attribute(name));
        }
    }

    /** One block on each side can be compared; otherwise the block as a whole has changed. */
    private void nested(NestedBlock nested, Value before, Value after, ValuePath path) {
        List<Value> old = before.elements();
        List<Value> now = after.elements();
        boolean one = nested.nesting() == NestedBlock.Nesting.LIST && old.size() == 1 && now.size() == 1;
        if (one && old.get(0) instanceof Value.Mapping b && now.get(0) instanceof Value.Mapping a) {
            block(nested.block(), b, a, path.index(0));
        } else if (!before.equals(after) && priorIsComplete) {
            paths.add(path);
        }
    }

    /** A state of an older provider names no region. */
    private void region(ResourceType type, Value.Mapping before, Value.Mapping after) {
        Value old = before.get(REGION).isNull() ? Value.text(providersRegion) : before.get(REGION);
        boolean known = type.block().attributes().containsKey(REGION)
                && !after.get(REGION).isNull();
        if (known && !old.equals(after.get(REGION))) {
            paths.add(ValuePath.ROOT.attribute(REGION));
        }
    }
}
