package dev.alb.actions;

import dev.alb.terraform.Checks;
import java.time.Duration;

/**
 * Keeps a client at the target group that it met first, by the cookie AWSALBTG.
 *
 * @param duration 1 s to 7 days
 * @param enabled whether it is on
 */
public record GroupStickiness(Duration duration, boolean enabled) {

    /** Checks the bounds of the duration. */
    public GroupStickiness {
        Checks.of("group stickiness")
                .between("duration", duration, Duration.ofSeconds(1), Duration.ofDays(7))
                .done();
    }

    /** Stickiness that is on. */
    public static GroupStickiness lasting(Duration duration) {
        return new GroupStickiness(duration, true);
    }
}
