package dev.alb.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.schema.ValueRules;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks what somebody wrote against what AWS accepts, as the provider does before anything is planned.
 *
 * <p>What Terraform does not know yet is never held against anybody.
 */
final class ConfigChecks {
    private final Value.Mapping root;
    private final List<Diagnostic> found = new ArrayList<>();

    private ConfigChecks(Value.Mapping root) {
        this.root = root;
    }

    static List<Diagnostic> check(Block block, Value config) {
        if (!(config instanceof Value.Mapping root)) {
            return List.of();
        }
        ConfigChecks checks = new ConfigChecks(root);
        checks.block(block, root, ValuePath.ROOT);
        return checks.found;
    }

    private void block(Block block, Value.Mapping values, ValuePath path) {
        for (Attribute attribute : block.attributes().values()) {
            attribute(attribute, values.get(attribute.name()), path.attribute(attribute.name()));
        }
        for (NestedBlock nested : block.blocks().values()) {
            nested(nested, values.get(nested.name()), path.attribute(nested.name()));
        }
    }

    private void attribute(Attribute attribute, Value value, ValuePath path) {
        combinations(attribute.name(), attribute.facts(), value, path);
        if (attribute.type() instanceof CollectionOf) {
            size(attribute, value, path);
            value.elements().forEach(element -> oneValue(attribute, element, path));
        } else {
            oneValue(attribute, value, path);
        }
    }

    private void oneValue(Attribute attribute, Value value, ValuePath path) {
        String broken = attribute.rules().brokenBy(value);
        if (broken != null) {
            String shown = attribute.sensitive() ? "another value" : '"' + value.text() + '"';
            add(path, "Invalid value", attribute.name() + " must " + broken + ", got " + shown + ".");
        }
    }

    private void size(Attribute attribute, Value value, ValuePath path) {
        int size = value.elements().size();
        int most = attribute.facts().path("max_items").asInt(Integer.MAX_VALUE);
        int least = attribute.facts().path("min_items").asInt(0);
        if (isSet(value) && !value.isUnknown() && (size > most || size < least)) {
            String bounds = most == Integer.MAX_VALUE ? "at least " + least : "at most " + most;
            add(path, "Invalid value", attribute.name() + " must have " + bounds + " elements, got " + size + ".");
        }
    }

    private void nested(NestedBlock nested, Value value, ValuePath path) {
        combinations(nested.name(), nested.facts(), value, path);
        int index = 0;
        for (Value element : value instanceof Value.Mapping ? List.of(value) : value.elements()) {
            if (element instanceof Value.Mapping mapping) {
                block(nested.block(), mapping, elementPath(nested, path, index));
            }
            index++;
        }
    }

    private static ValuePath elementPath(NestedBlock nested, ValuePath path, int index) {
        return switch (nested.nesting()) {
            case SINGLE -> path;
            case LIST -> path.index(index);
            case SET -> path.someElement();
        };
    }

    private void combinations(String name, JsonNode facts, Value value, ValuePath path) {
        if (facts.has("exactly_one_of")) {
            exactlyOne(ValueRules.texts(facts.get("exactly_one_of")), name, path);
        }
        if (facts.has("at_least_one_of")) {
            atLeastOne(ValueRules.texts(facts.get("at_least_one_of")), name, path);
        }
        boolean given = isSet(value) && !value.isUnknown();
        if (given && facts.has("conflicts_with")) {
            conflicts(name, ValueRules.texts(facts.get("conflicts_with")), path);
        }
        if (given && facts.has("required_with")) {
            companions(name, ValueRules.texts(facts.get("required_with")), path);
        }
    }

    private void exactlyOne(List<String> names, String name, ValuePath path) {
        long given = names.stream().filter(this::isKnownAndSet).count();
        boolean mayCome = names.stream().anyMatch(other -> isSet(atRoot(other)));
        boolean said = !names.get(0).equals(name) && !names.get(0).endsWith("." + name);
        if (!said && (given > 1 || !mayCome)) {
            String what = "Exactly one of " + String.join(", ", names) + " must be given, got ";
            add(path, "Invalid combination of arguments", what + (given == 0 ? "none." : given + "."));
        }
    }

    private void atLeastOne(List<String> names, String name, ValuePath path) {
        if (names.get(0).equals(name) && names.stream().noneMatch(other -> isSet(atRoot(other)))) {
            String what = "At least one of " + String.join(", ", names) + " must be given, got none.";
            add(path, "Missing required argument", what);
        }
    }

    private void conflicts(String name, List<String> others, ValuePath path) {
        others.stream().filter(this::isKnownAndSet).forEach(other -> {
            add(path, "Conflicting arguments", name + " must not be given together with " + other + ".");
        });
    }

    private void companions(String name, List<String> others, ValuePath path) {
        others.stream().filter(other -> !isSet(atRoot(other))).forEach(other -> {
            add(path, "Missing required argument", name + " must be given together with " + other + ".");
        });
    }

    private boolean isKnownAndSet(String name) {
        Value value = atRoot(name);
        return isSet(value) && !value.isUnknown();
    }

    /** The value at a path of the provider's source, such as {@code website.0.index_document}. */
    private Value atRoot(String path) {
        Value value = root;
        for (String step : path.split("\\.")) {
            value = value.isUnknown() ? value : step(value, step);
        }
        return value;
    }

    private static Value step(Value value, String step) {
        if (value instanceof Value.Mapping mapping) {
            return mapping.get(step);
        }
        List<Value> elements = value.elements();
        return elements.isEmpty() || !step.equals("0") ? Value.Absent.NULL : elements.get(0);
    }

    /** An absent block is an empty list, so nothing empty counts. */
    private static boolean isSet(Value value) {
        boolean empty = value.elements().isEmpty() && (value instanceof Value.Sequence || value instanceof Value.SetOf);
        return !value.isNull() && !empty;
    }

    private void add(ValuePath path, String summary, String detail) {
        found.add(Messages.error(summary, detail, path));
    }
}
