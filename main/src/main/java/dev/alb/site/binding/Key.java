package dev.alb.site.binding;

import dev.alb.terraform.Attributes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that a file may give, made from a record's component.
 *
 * @param name Terraform's name of it
 * @param type what may stand there
 * @param component where it goes
 */
public record Key(String name, Type type, RecordComponent component) {

    /** The keys of a record, in the order of its components. */
    public static List<Key> of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(c -> new Key(Attributes.terraformName(c.getName()), c.getGenericType(), c))
                .toList();
    }

    /** Whether a file may leave it out. */
    public boolean isOptional() {
        return isOverlay() || defaultValue().isPresent() || isNullable();
    }

    /** Whether {@code null} may stand there. */
    public boolean isNullable() {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether it changes attributes that the application sets. */
    public boolean isOverlay() {
        return type instanceof ParameterizedType p && p.getRawType() == Overlay.class;
    }

    /** Whether a list may stand there. */
    public boolean isList() {
        return type instanceof ParameterizedType p && p.getRawType() == List.class;
    }

    /** The record below an overlay. */
    public Class<?> overlaid() {
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /** What holds where a file leaves it out, in YAML. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    }

    /** What an editor shows for it. */
    public Optional<String> doc() {
        return Optional.ofNullable(component.getAnnotation(Doc.class)).map(Doc::value);
    }

    /** The keys below it that a file may not give. */
    public Optional<Except> except() {
        return Optional.ofNullable(component.getAnnotation(Except.class));
    }

    @Nullable
    Object valueIn(Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
