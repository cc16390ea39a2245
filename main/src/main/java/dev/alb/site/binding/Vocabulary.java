package dev.alb.site.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a binder has to know of the records, beyond what can be seen in them.
 *
 * @param startingPoints the defaults of records that have a factory
 * @param secrets the records that stand for a secret, each with one text
 * @param names the texts in a record that stand for something of the site
 * @param standIns valid values of a type, which take the place of wrong ones so that other checks can go on
 */
public record Vocabulary(
        Map<Class<?>, StartingPoint> startingPoints,
        Set<Class<?>> secrets,
        Map<Class<?>, Map<String, Placeholder>> names,
        Map<Class<?>, Object> standIns) {

    /** The keys that a file has to give for a record. */
    public List<Key> required(Class<?> type) {
        StartingPoint start = startingPoints.get(type);
        return Key.of(type).stream()
                .filter(key ->
                        start == null ? !key.isOptional() : start.required().contains(key.name()))
                .toList();
    }

    /** The key that a value without keys is meant for: the only one that a file has to give, or a list in front. */
    public Optional<Key> shorthand(Class<?> type) {
        List<Key> required = required(type);
        if (required.isEmpty()) {
            return Key.of(type).stream().findFirst().filter(Key::isList);
        }
        return required.size() == 1 ? Optional.of(required.get(0)) : Optional.empty();
    }
}
