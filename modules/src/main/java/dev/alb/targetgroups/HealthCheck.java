package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import dev.alb.terraform.Violation;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the load balancer finds out whether a target is well.
 *
 * <p>The default that holds for a {@code null} is Terraform's: three checks for either verdict, where AWS itself takes
 * five and two. WebSockets can't be checked.
 *
 * @param enabled default {@code true}; only a Lambda function can go unchecked
 * @param healthyThreshold how many checks in a row make a target healthy, 2 to 10; default 3
 * @param interval the time between two checks, 5 to 300 s and longer than {@code timeout}; default 30 s
 * @param matcher the codes that mean success, such as {@code 200}, {@code 200-299} or {@code 200,302}: from 200 to 499,
 *     or from 0 to 99 for gRPC; default 200, or 12 for gRPC
 * @param path what is requested, with a leading slash; default {@code /}, or {@code /AWS.ALB/healthcheck} for gRPC
 * @param port where it is requested; default is the port that the target gets traffic on
 * @param protocol how it is requested; default HTTP
 * @param timeout how long a target may take to answer, 2 to 120 s; AWS's default is 5 or 6 s, or 30 s for Lambda
 * @param unhealthyThreshold how many failed checks in a row make a target unhealthy, 2 to 10; default 3
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">AWS:
 *     health checks</a>
 */
@ResourceAttributes
public record HealthCheck(
        @Nullable Boolean enabled,
        @Nullable Integer healthyThreshold,
        @Nullable Duration interval,
        @Nullable String matcher,
        @Nullable String path,
        @Nullable Integer port,
        @Nullable TargetProtocol protocol,
        @Nullable Duration timeout,
        @Nullable Integer unhealthyThreshold)
        implements HealthCheckBuilder.With {
    private static final Pattern URI = Pattern.compile("/[!-~]*");
    private static final Pattern GRPC_METHOD = Pattern.compile("/[^/]+/[^/]+");
    private static final String ON = "Leave it out; AWS always checks instances and IP addresses.";
    private static final int LONGEST_PATH = 1024;
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);
    private static final Duration LEAST_DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LAMBDA_TIMEOUT = Duration.ofSeconds(30);

    /** Checks the limits that hold for any target. */
    public HealthCheck {
        Checks.of("health check")
                .between("health_check.healthy_threshold", healthyThreshold, 2, 10)
                .between("health_check.interval", interval, Duration.ofSeconds(5), Duration.ofSeconds(300))
                .addAll(SuccessCodes.malformed("health_check.matcher", matcher))
                .length("health_check.path", path, 1, LONGEST_PATH)
                .matches(
                        "health_check.path",
                        path,
                        URI,
                        "begin with a slash and hold no blanks",
                        "Write it as in \"/status\"; encode other characters as in %20.")
                .between("health_check.port", port, 1, 65_535)
                .between("health_check.timeout", timeout, Duration.ofSeconds(2), Duration.ofSeconds(120))
                .between("health_check.unhealthy_threshold", unhealthyThreshold, 2, 10)
                .addAll(tooShort(interval, timeout, LEAST_DEFAULT_TIMEOUT))
                .done();
    }

    /**
     * A check that requests a path on the port that the target gets traffic on.
     *
     * @param path with a leading slash, such as {@code /status}
     */
    public static HealthCheck at(String path) {
        return HealthCheckBuilder.builder().path(path).build();
    }

    /** No checks at all, which only a Lambda function can do without. */
    public static HealthCheck disabled() {
        return HealthCheckBuilder.builder().enabled(false).build();
    }

    /** What can't be so with these targets. */
    List<Violation> violations(TargetType type, @Nullable ProtocolVersion version) {
        Checks checks = Checks.of("health check");
        if (type == TargetType.LAMBDA) {
            checks.absent("health_check.port", port, "for a Lambda function")
                    .absent("health_check.protocol", protocol, "for a Lambda function");
            return checks.addAll(isOff() || timeout != null ? List.of() : tooShort(interval, null, LAMBDA_TIMEOUT))
                    .addAll(SuccessCodes.outside(200, 499, "health_check.matcher", matcher))
                    .violations();
        }
        checks.require(!isOff(), "health_check.enabled", "be true unless the target is a Lambda function", "false", ON);
        return version == ProtocolVersion.GRPC ? grpc(checks) : http(checks);
    }

    private List<Violation> http(Checks checks) {
        return checks.addAll(SuccessCodes.outside(200, 499, "health_check.matcher", matcher))
                .violations();
    }

    private List<Violation> grpc(Checks checks) {
        return checks.addAll(SuccessCodes.outside(0, 99, "health_check.matcher", matcher))
                .matches(
                        "health_check.path",
                        path,
                        GRPC_METHOD,
                        "name a gRPC method",
                        "Write it as in \"/package.service/method\".")
                .violations();
    }

    private boolean isOff() {
        return Boolean.FALSE.equals(enabled);
    }

    private static List<Violation> tooShort(
            @Nullable Duration interval, @Nullable Duration timeout, Duration defaultTimeout) {
        Duration between = interval == null ? DEFAULT_INTERVAL : interval;
        Duration longest = timeout == null ? defaultTimeout : timeout;
        String rule = "be longer than the timeout of " + seconds(longest, timeout);
        String fix = "Lengthen the interval, or shorten health_check.timeout.";
        return Checks.of("health check")
                .require(between.compareTo(longest) > 0, "health_check.interval", rule, seconds(between, interval), fix)
                .violations();
    }

    private static String seconds(Duration duration, @Nullable Duration given) {
        return duration.toSeconds() + " s" + (given == null ? " by default" : "");
    }
}
