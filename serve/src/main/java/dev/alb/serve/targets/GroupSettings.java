package dev.alb.serve.targets;

import dev.alb.snapshot.Value;
import dev.alb.topology.TargetGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a target group says of itself, with AWS's defaults.
 *
 * @param protocol {@code HTTP} or {@code HTTPS}; empty for a function
 * @param protocolVersion {@code HTTP1}, {@code HTTP2} or {@code GRPC}
 * @param port of targets that have none of their own; empty for a function
 * @param targetType {@code instance}, {@code ip}, {@code lambda} or {@code alb}
 * @param healthCheck how targets are checked
 * @param algorithm how one is chosen
 * @param slowStart how long a target that has become healthy takes until it gets its full share; zero for not at all
 * @param deregistrationDelay how long a target that was taken out may take to end what it began
 * @param stickiness how clients stay with a target; none if they don't
 * @param failOpen when health no longer matters
 */
public record GroupSettings(
        String protocol,
        String protocolVersion,
        OptionalInt port,
        String targetType,
        HealthCheck healthCheck,
        Algorithm algorithm,
        Duration slowStart,
        Duration deregistrationDelay,
        Optional<Stickiness> stickiness,
        FailOpen failOpen) {
    private static final int DEREGISTRATION_DELAY = 300;

    /** The settings of a target group; what is not known yet is taken to be the default. */
    public static GroupSettings of(TargetGroup group) {
        Value values = group.resource().values();
        return new GroupSettings(
                values.at("protocol").text(""),
                values.at("protocol_version")
                        .text()
                        .filter(text -> !text.isEmpty())
                        .orElse("HTTP1"),
                values.at("port").number(),
                values.at("target_type").text("instance"),
                HealthCheck.of(values),
                Algorithm.of(values.at("load_balancing_algorithm_type").text("")),
                Duration.ofSeconds(values.at("slow_start").number().orElse(0)),
                Duration.ofSeconds(values.at("deregistration_delay").number().orElse(DEREGISTRATION_DELAY)),
                Stickiness.of(values),
                FailOpen.of(values));
    }
}
