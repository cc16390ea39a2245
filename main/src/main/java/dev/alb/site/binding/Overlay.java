package dev.alb.site.binding;

import java.util.Optional;

/**
 * What a file changes on attributes that the application sets by itself.
 *
 * @param <T> the record of attributes
 */
public final class Overlay<T extends Record> {
    private final Optional<YamlPlace> place;
    private final Binder binder;
    private final Class<T> type;

    Overlay(Optional<YamlPlace> place, Binder binder, Class<T> type) {
        this.place = place;
        this.binder = binder;
        this.type = type;
    }

    /** The attributes with the file's changes; unchanged, with findings, where these can't be. */
    public T over(T attributes) {
        return place.flatMap(p -> binder.record(p, type, attributes)).orElse(attributes);
    }

    /** Whether the file says anything here. */
    public boolean isPresent() {
        return place.isPresent();
    }

    /** The text that the file gives for a path below, such as {@code health_check.path}. */
    public Optional<String> text(String path) {
        Optional<YamlPlace> found = place;
        for (String key : path.split("\\.")) {
            found = found.flatMap(p -> p.child(key));
        }
        return found.flatMap(YamlPlace::text);
    }
}
