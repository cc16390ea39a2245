package dev.alb.terraform;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into the arguments of a Terraform block, by their names: {@code idleTimeout} is {@code idle_timeout}.
 *
 * <p>A {@code null} is left out, so that the provider's default holds; a {@link Duration} becomes seconds; a record
 * becomes a nested block, unless it is an {@link InlineBlock}; text is escaped ({@link Text}).
 */
public final class Attributes {
    /** What the components of a record are, which is worked out once for its class. */
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private Attributes() {}

    private record Component(String argument, Method accessor) {
        static Component of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Component(terraformName(component.getName()), accessor);
        }

        @Nullable
        Object read(Record block) {
            try {
                return accessor.invoke(block);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(argument + " cannot be read", e);
            }
        }
    }

    /** The arguments that a record stands for, in the order of its components. */
    public static Map<String, Object> of(Record block) {
        Map<String, Object> arguments = named(block);
        arguments.replaceAll((name, value) -> render(value));
        return arguments;
    }

    /** The same before it is rendered: for a record that is a {@link TerraformValue} and differs only in part. */
    public static Map<String, Object> named(Record block) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Component component : COMPONENTS.get(block.getClass())) {
            Object value = component.read(block);
            if (value instanceof InlineBlock inline) {
                named((Record) inline).forEach((name, inner) -> arguments.put(inline.argumentName(name), inner));
            } else if (value != null) {
                arguments.put(component.argument, value);
            }
        }
        return arguments;
    }

    /** Terraform's name for a Java name: {@code enableHttp2} is {@code enable_http2}. */
    public static String terraformName(String javaName) {
        StringBuilder name = new StringBuilder(javaName.length() + 8);
        for (char c : javaName.toCharArray()) {
            if (Character.isUpperCase(c)) {
                name.append('_');
            }
            name.append(c);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    /** Any value as Terraform JSON takes it. */
    public static Object render(Object value) {
        if (value instanceof String text) {
            return Text.toTerraform(text);
        }
        if (value instanceof Expression expression) {
            return expression.text();
        }
        if (value instanceof TerraformValue choice) {
            return render(choice.toTerraform());
        }
        if (value instanceof Record block) {
            return of(block);
        }
        if (value instanceof Duration duration) {
            return duration.toSeconds();
        }
        if (value instanceof Collection<?> elements) {
            List<Object> rendered = new ArrayList<>(elements.size());
            elements.forEach(element -> rendered.add(render(element)));
            return Collections.unmodifiableList(rendered);
        }
        if (value instanceof Map<?, ?> entries) {
            return renderEntries(entries);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("No Terraform value for " + value.getClass());
    }

    private static Map<String, Object> renderEntries(Map<?, ?> entries) {
        Map<String, Object> rendered = new LinkedHashMap<>();
        entries.forEach((key, value) -> rendered.put(Text.toTerraform(String.valueOf(key)), render(value)));
        return rendered;
    }

    /** A list that may be absent, copied so that it never changes. */
    public static <T> @Nullable List<T> copyOf(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }
}
