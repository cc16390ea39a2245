package dev.alb.rules;

import dev.alb.terraform.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts that one condition takes.
 *
 * @param globs patterns that can be compared
 * @param regexes regular expressions, which are the same only if they read the same
 * @param later values that Terraform knows later, which are the same only if they refer to the same
 */
record ValueSet(List<Glob> globs, Set<String> regexes, Set<String> later) {

    static ValueSet of(@Nullable List<String> values, @Nullable List<String> regexValues, Function<String, Glob> glob) {
        List<String> patterns = orEmpty(values);
        List<Glob> globs = new ArrayList<>();
        Set<String> later = new HashSet<>();
        for (String pattern : patterns) {
            if (Text.isReference(pattern)) {
                later.add(pattern);
            } else {
                globs.add(glob.apply(pattern));
            }
        }
        return new ValueSet(List.copyOf(globs), Set.copyOf(orEmpty(regexValues)), Set.copyOf(later));
    }

    /** What a rule without such a condition takes. */
    static ValueSet all(Glob everything) {
        return new ValueSet(List.of(everything), Set.of(), Set.of());
    }

    /** Whether it takes whatever the other takes, among the texts that can occur at all. */
    boolean covers(ValueSet other, Glob everything) {
        if (globs.size() == 1 && other.globs.size() == 1 && globs.get(0).beginsUnlike(other.globs.get(0))) {
            return false;
        }
        boolean sameTexts = regexes.containsAll(other.regexes) && later.containsAll(other.later);
        return (sameTexts || takesAll(everything)) && other.globs.stream().noneMatch(g -> misses(g, everything));
    }

    /** Whether there is a text that both take, among those that can occur at all. */
    Overlap overlap(ValueSet other, Glob everything) {
        if (meets(other, everything)) {
            return Overlap.POSSIBLE;
        }
        if (!later.isEmpty() || !other.later.isEmpty()) {
            return Overlap.KNOWN_LATER;
        }
        return regexes.isEmpty() && other.regexes.isEmpty() ? Overlap.NEVER : Overlap.UNDECIDED;
    }

    int size() {
        return globs.size() + regexes.size() + later.size();
    }

    int wildcards() {
        int wildcards = 0;
        for (Glob glob : globs) {
            wildcards += glob.wildcards();
        }
        return wildcards;
    }

    private boolean meets(ValueSet other, Glob everything) {
        return takesAll(everything)
                || other.takesAll(everything)
                || regexes.stream().anyMatch(other.regexes::contains)
                || later.stream().anyMatch(other.later::contains)
                || globs.stream().anyMatch(g -> other.globs.stream().anyMatch(o -> meet(g, o, everything)));
    }

    private boolean takesAll(Glob everything) {
        return !misses(everything, everything);
    }

    private boolean misses(Glob glob, Glob everything) {
        return GlobSearch.finds(List.of(glob, everything), globs);
    }

    private static boolean meet(Glob one, Glob other, Glob everything) {
        return GlobSearch.finds(List.of(one, other, everything), List.of());
    }

    private static List<String> orEmpty(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
