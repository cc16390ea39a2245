package dev.alb.serve.targets;

import org.jspecify.annotations.Nullable;

/**
 * The state of a target, and why it has it, in AWS's words.
 *
 * @param state what it is to the load balancer
 * @param reason AWS's code, such as {@code Target.Timeout}; {@code null} if it is healthy
 * @param description the reason in words; {@code null} if it is healthy
 */
public record TargetHealth(
        TargetState state,
        @Nullable String reason,
        @Nullable String description) {
    static final TargetHealth HEALTHY = new TargetHealth(TargetState.HEALTHY, null, null);
    static final TargetHealth INITIAL =
            new TargetHealth(TargetState.INITIAL, "Elb.InitialHealthChecking", "Initial health checks in progress");
    static final TargetHealth NOT_IN_USE = new TargetHealth(
            TargetState.UNUSED,
            "Target.NotInUse",
            "Target group is not configured to receive traffic from the load balancer");
    static final TargetHealth NOT_HERE =
            new TargetHealth(TargetState.UNUSED, "Target.InvalidState", "Target has no address on this machine");
    static final TargetHealth NOT_CHECKED = new TargetHealth(
            TargetState.UNAVAILABLE, "Target.HealthCheckDisabled", "Health checks are not enabled for this target");
    static final TargetHealth DRAINING = new TargetHealth(
            TargetState.DRAINING, "Target.DeregistrationInProgress", "Target deregistration is in progress");

    static TargetHealth unhealthy(CheckResult result) {
        return new TargetHealth(TargetState.UNHEALTHY, result.reason(), result.description());
    }
}
