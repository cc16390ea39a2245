package dev.alb.review.checks;

import dev.alb.review.Check;
import java.util.List;
import java.util.stream.Stream;

/** All checks of a plan. */
public final class Checks {
    private Checks() {}

    /** Each once, by section. */
    public static List<Check> all() {
        return Stream.of(Replacements.checks(), Exposures.checks(), Outages.checks())
                .flatMap(List::stream)
                .toList();
    }
}
