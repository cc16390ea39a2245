package dev.alb.terraform;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which records stand for a type of resource, what its construct writes besides, and what is left out, and why.
 *
 * <p>The paths that a record stands for are read from its components. A component that renders itself
 * ({@link TerraformValue}) counts as one path; what it writes below that is stated by {@link #writes} and {@link #block}.
 */
final class Coverage {
    private static final Set<String> TERRAFORMS_OWN =
            Set.of("for_each", "count", "depends_on", "lifecycle", "provider");

    private final String resourceType;
    private final TreeSet<String> covered = new TreeSet<>();
    private final TreeMap<String, String> leftOut = new TreeMap<>();

    private Coverage(String resourceType) {
        this.resourceType = resourceType;
        leftOut("id", "the provider works it out");
        leftOut("tags_all", "the provider adds its default tags to tags");
    }

    /** A type of resource and the records that render its arguments. */
    static Coverage of(String resourceType, Class<?>... records) {
        Coverage coverage = new Coverage(resourceType);
        for (Class<?> type : records) {
            coverage.add(type, "");
        }
        return coverage;
    }

    /** A record that is not public, by its full name. */
    static Class<?> hidden(String className) {
        try {
            return Class.forName(className);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Arguments that the construct, or a value that renders itself, writes besides its components. */
    Coverage writes(String... paths) {
        covered.addAll(Arrays.asList(paths));
        return this;
    }

    /** The record that renders a block within a value that renders itself. */
    Coverage block(String path, Class<?> type) {
        covered.add(path);
        add(type, path + ".");
        return this;
    }

    /** The records of which a component is one, and whose components are arguments of the outer block in Terraform. */
    Coverage inline(String component, Class<?>... records) {
        covered.removeIf(path -> (path + ".").startsWith(component + "."));
        Arrays.stream(records).forEach(type -> add(type, ""));
        return this;
    }

    /** An argument, with everything below it, that can't be set, and the reason. */
    Coverage leftOut(String path, String reason) {
        leftOut.put(path, reason);
        return this;
    }

    /** What is rendered and unknown to the provider. */
    TreeSet<String> unknown() {
        TreeSet<String> unknown = new TreeSet<>(covered);
        unknown.removeAll(Schema.argumentsOf(resourceType));
        return unknown;
    }

    /** What the provider knows and is neither rendered nor left out on purpose. */
    TreeSet<String> forgotten() {
        TreeSet<String> forgotten = Schema.argumentsOf(resourceType);
        forgotten.removeAll(covered);
        forgotten.removeIf(path -> leftOut.keySet().stream().anyMatch(out -> (path + ".").startsWith(out + ".")));
        return forgotten;
    }

    /** What is said to be left out but is rendered all the same. */
    TreeSet<String> contradictions() {
        TreeSet<String> contradictions = new TreeSet<>(leftOut.keySet());
        contradictions.retainAll(covered);
        return contradictions;
    }

    @Override
    public String toString() {
        return resourceType;
    }

    private void add(Class<?> type, String prefix) {
        if (!type.isRecord()) {
            throw new AssertionError(type + " is no record");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> element = elementOf(component);
            if (InlineBlock.class.isAssignableFrom(element)) {
                inline(element, prefix);
            } else {
                add(prefix + Attributes.terraformName(component.getName()), element);
            }
        }
    }

    private void add(String path, Class<?> element) {
        if (TERRAFORMS_OWN.contains(path)) {
            return;
        }
        covered.add(path);
        if (element == Timeouts.class) {
            Schema.argumentsOf(resourceType).stream()
                    .filter(argument -> argument.startsWith(path + "."))
                    .forEach(covered::add);
        } else if (isBlock(element)) {
            add(element, path + ".");
        }
    }

    private void inline(Class<?> type, String prefix) {
        InlineBlock block = (InlineBlock) empty(type);
        for (RecordComponent component : type.getRecordComponents()) {
            covered.add(prefix + block.argumentName(Attributes.terraformName(component.getName())));
        }
    }

    private static boolean isBlock(Class<?> type) {
        return type.isRecord() && type != Expression.class && !TerraformValue.class.isAssignableFrom(type);
    }

    private static Class<?> elementOf(RecordComponent component) {
        Type type = component.getGenericType();
        boolean isList = List.class.isAssignableFrom(component.getType());
        Type element = isList ? ((ParameterizedType) type).getActualTypeArguments()[0] : component.getType();
        return element instanceof Class<?> plain ? plain : Object.class;
    }

    private static Object empty(Class<?> record) {
        try {
            Constructor<?> constructor = record.getDeclaredConstructors()[0];
            return constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
