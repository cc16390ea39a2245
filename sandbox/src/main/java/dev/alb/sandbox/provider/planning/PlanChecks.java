package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a configuration across attributes, as the provider does when it plans. */
public final class PlanChecks {
    private final PlanRules rules;
    private final List<Finding> found = new ArrayList<>();

    private PlanChecks(PlanRules rules) {
        this.rules = rules;
    }

    /** What each text must be, which {@code terraform validate} tells already. */
    public static List<Finding> formats(ResourceType type, Value.Mapping config) {
        PlanChecks checks = new PlanChecks(PlanRules.of(type.name()));
        checks.walk(type.block(), config, ValuePath.ROOT, "", checks::format);
        return checks.found;
    }

    /** What goes together and what does not, which a plan tells. */
    public static List<Finding> combinations(ResourceType type, Value.Mapping config) {
        PlanChecks checks = new PlanChecks(PlanRules.of(type.name()));
        checks.walk(type.block(), config, ValuePath.ROOT, "", checks::combination);
        CheckRules.of(type.name()).forEach(rule -> checks.found.addAll(rule.check(config)));
        return checks.found;
    }

    /** Looks at one block, which stands at a path and has the name of its path in the rules. */
    private interface Look {
        void at(Block block, Value.Mapping values, ValuePath path, String name);
    }

    private void walk(Block block, Value.Mapping values, ValuePath path, String name, Look look) {
        look.at(block, values, path, name);
        String prefix = name.isEmpty() ? "" : name + ".";
        for (NestedBlock nested : block.blocks().values()) {
            Value value = values.get(nested.name());
            ValuePath at = path.attribute(nested.name());
            int index = 0;
            for (Value element : value instanceof Value.Mapping ? List.of(value) : value.elements()) {
                if (element instanceof Value.Mapping inner) {
                    walk(nested.block(), inner, element(nested, at, index), prefix + nested.name(), look);
                }
                index++;
            }
        }
    }

    private static ValuePath element(NestedBlock nested, ValuePath path, int index) {
        return switch (nested.nesting()) {
            case SINGLE -> path;
            case LIST -> path.index(index);
            case SET -> path.someElement();
        };
    }

    private void combination(Block block, Value.Mapping values, ValuePath path, String name) {
        for (Combination combination : rules.combinations()) {
            if (combination.in().equals(name)) {
                Value decides = block.valueOrDefault(combination.when(), values);
                found.addAll(combination.check(values.with(combination.when(), decides), path));
            }
        }
    }

    private void format(Block block, Value.Mapping values, ValuePath path, String name) {
        String prefix = name.isEmpty() ? "" : name + ".";
        for (String attribute : block.attributes().keySet()) {
            Format format = rules.formats().get(prefix + attribute);
            Value value = values.get(attribute);
            if (format != null && (value.elements().isEmpty() || value instanceof Value.Mapping)) {
                add(format.problem(value), attribute, path);
            } else if (format != null) {
                value.elements().forEach(element -> add(format.problem(element), attribute, path));
            }
        }
    }

    private void add(@Nullable String problem, String attribute, ValuePath path) {
        if (problem != null) {
            found.add(Finding.value(path.attribute(attribute), '"' + attribute + "\" " + problem + "."));
        }
    }
}
