package dev.alb.review.checks;

import dev.alb.review.Check;
import java.util.List;

/** What may cause an outage without anything being replaced. */
public final class Availability {
    private static final List<Check> CHECKS = List.of(
            new Stickiness(),
            new NewHealthCheck(),
            new Draining(),
            new IdleTimeout(),
            new Zones(),
            new Registration(),
            new CollidingPriorities(),
            new DeletionProtection());

    private Availability() {}

    static List<Check> checks() {
        return CHECKS;
    }
}
