package dev.alb.review.checks;

import dev.alb.review.Check;
import java.util.List;
import java.util.stream.Stream;

/** What takes a site down, or a part of its users out. */
final class Outages {
    private Outages() {}

    static List<Check> checks() {
        return Stream.concat(
                        Stream.of(
                                new StickinessOff(),
                                new HealthChecks(),
                                new ClosedPaths(),
                                new Draining(),
                                new Zones(),
                                new Targets(),
                                new Priorities()),
                        SteadySettings.checks().stream())
                .toList();
    }
}
