package dev.alb.serve.targets;

import dev.alb.snapshot.Value;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a target group checks its targets.
 *
 * @param isEnabled whether it does
 * @param protocol {@code HTTP} or {@code HTTPS}
 * @param path what is asked for
 * @param port the port that is asked; empty for the one that gets the requests
 * @param interval between the beginnings of two checks of a target
 * @param timeout after which no answer is a failure
 * @param healthyThreshold how many successes in a row make an unhealthy target healthy
 * @param unhealthyThreshold how many failures in a row make a target unhealthy
 * @param matcher which answers are successes
 */
public record HealthCheck(
        boolean isEnabled,
        String protocol,
        String path,
        OptionalInt port,
        Duration interval,
        Duration timeout,
        int healthyThreshold,
        int unhealthyThreshold,
        Matcher matcher) {
    private static final int INTERVAL = 30;
    private static final int TIMEOUT = 5;
    private static final int LAMBDA_INTERVAL = 35;
    private static final int LAMBDA_TIMEOUT = 30;
    /** Terraform's, where there is a block. */
    private static final int THRESHOLD = 3;
    /** AWS's, where there is none. */
    private static final int HEALTHY_THRESHOLD = 5;

    private static final int UNHEALTHY_THRESHOLD = 2;

    static HealthCheck of(Value group) {
        Value block = group.block("health_check");
        boolean isLambda = group.at("target_type").text("").equals("lambda");
        boolean isGrpc = group.at("protocol_version").text("").equals("GRPC");
        return new HealthCheck(
                block.at("enabled").flag().orElse(!isLambda),
                block.at("protocol").text("HTTP"),
                block.at("path").text(isGrpc ? "/AWS.ALB/healthcheck" : "/"),
                block.at("port").number(),
                seconds(block.at("interval"), isLambda ? LAMBDA_INTERVAL : INTERVAL),
                seconds(block.at("timeout"), isLambda ? LAMBDA_TIMEOUT : TIMEOUT),
                block.at("healthy_threshold").number().orElse(block.isAbsent() ? HEALTHY_THRESHOLD : THRESHOLD),
                block.at("unhealthy_threshold").number().orElse(block.isAbsent() ? UNHEALTHY_THRESHOLD : THRESHOLD),
                new Matcher(block.at("matcher")
                        .text()
                        .filter(text -> !text.isEmpty())
                        .orElse(isGrpc ? "12" : "200")));
    }

    /** Whether a check was a success. */
    public boolean isSuccess(CheckResult result) {
        return result instanceof CheckResult.Answered answered && matcher.matches(answered.code());
    }

    private static Duration seconds(Value value, int otherwise) {
        return Duration.ofSeconds(value.number().orElse(otherwise));
    }
}
