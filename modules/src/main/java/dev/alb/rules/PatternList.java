package dev.alb.rules;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of a condition, which never change, together with what they were compiled to.
 *
 * <p>The rules of a listener are compared pair by pair; compiling the values for each pair took most of a synthesis with
 * a hundred rules on a listener.
 */
final class PatternList extends AbstractList<String> implements RandomAccess {
    private final List<String> values;
    private final ValueSet compiled;

    private PatternList(List<String> values, Function<String, Glob> glob) {
        this.values = List.copyOf(values);
        this.compiled = ValueSet.of(this.values, null, glob);
    }

    /** The values, or {@code null} for {@code null}. */
    static @Nullable List<String> of(@Nullable List<String> values, Function<String, Glob> glob) {
        return values == null || values instanceof PatternList ? values : new PatternList(values, glob);
    }

    /** What some values take, worked out beforehand where they are such a list and stand alone. */
    static ValueSet compiled(
            @Nullable List<String> values, @Nullable List<String> regexValues, Function<String, Glob> glob) {
        return values instanceof PatternList list && regexValues == null
                ? list.compiled
                : ValueSet.of(values, regexValues, glob);
    }

    @Override
    public String get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }
}
