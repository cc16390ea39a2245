package dev.alb.serve.targets;

import dev.alb.snapshot.Value;
import java.time.Duration;
import java.util.Optional;

/** By what a target group keeps a client with one target. */
public sealed interface Stickiness {
    /** By a cookie of the load balancer. */
    record LbCookie(Duration duration) implements Stickiness {}

    /** By a cookie of the application, and one of the load balancer beside it. */
    record AppCookie(String name, Duration duration) implements Stickiness {}

    /** For how long a client stays, counted from its last request. */
    Duration duration();

    /** What a target group says; none if clients don't stay. */
    static Optional<Stickiness> of(Value group) {
        Value block = group.block("stickiness");
        // Terraform takes a block for switched on unless it says otherwise.
        boolean isOn = !block.isAbsent()
                && !block.isUnknown()
                && block.at("enabled").flag().orElse(true);
        if (!isOn) {
            return Optional.empty();
        }
        Duration duration =
                Duration.ofSeconds(block.at("cookie_duration").number().orElse(86_400));
        return Optional.of(
                block.at("type").text("lb_cookie").equals("app_cookie")
                        ? new AppCookie(block.at("cookie_name").text(""), duration)
                        : new LbCookie(duration));
    }
}
