package dev.alb.site.binding;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The safe defaults of a record that a file gives by itself: what the factory of the record sets.
 *
 * @param record made by its factory, with any text for what is required
 * @param required the keys that a file has to give
 */
public record StartingPoint(Record record, Set<String> required) {

    /** Keyed by the class of the record. */
    public static Map<Class<?>, StartingPoint> keyed(StartingPoint... points) {
        return Arrays.stream(points)
                .collect(Collectors.toUnmodifiableMap(p -> p.record().getClass(), p -> p));
    }
}
