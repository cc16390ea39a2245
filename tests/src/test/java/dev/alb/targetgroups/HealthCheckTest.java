package dev.alb.targetgroups;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Attributes;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckTest {
    private static final HealthCheck STATUS = HealthCheck.at("/status");
    private static final TargetGroupAttributes WIKI = TargetGroupAttributes.instances(8090, "vpc-1");
    private static final TargetGroupAttributes GRPC = WIKI.withProtocolVersion(ProtocolVersion.GRPC);
    private static final TargetGroupAttributes LAMBDA = TargetGroupAttributes.lambda();

    @Test
    void renders_only_what_is_given() {
        assertEquals(Map.of("path", "/status"), Attributes.of(STATUS));
        assertEquals(Map.of("enabled", false), Attributes.of(HealthCheck.disabled()));
    }

    @Test
    void renders_everything_in_the_names_of_terraform() {
        HealthCheck check = new HealthCheck(
                true,
                2,
                Duration.ofSeconds(20),
                "200,302",
                "/x",
                9000,
                TargetProtocol.HTTPS,
                Duration.ofSeconds(10),
                4);
        assertEquals(
                Map.of(
                        "enabled",
                        true,
                        "healthy_threshold",
                        2,
                        "interval",
                        20L,
                        "matcher",
                        "200,302",
                        "path",
                        "/x",
                        "port",
                        9000,
                        "protocol",
                        "HTTPS",
                        "timeout",
                        10L,
                        "unhealthy_threshold",
                        4),
                Attributes.of(check));
    }

    @Test
    void refuses_thresholds_out_of_bounds() {
        Refused.with(
                "health_check.healthy_threshold must be between 2 and 10, got 1\n  Choose a number from 2 to 10.",
                () -> STATUS.withHealthyThreshold(1));
        Refused.with(
                "health_check.unhealthy_threshold must be between 2 and 10, got 11\n  Choose a number from 2 to 10.",
                () -> STATUS.withUnhealthyThreshold(11));
        assertDoesNotThrow(() -> STATUS.withHealthyThreshold(2).withUnhealthyThreshold(10));
    }

    @Test
    void refuses_times_out_of_bounds() {
        Refused.with(
                "health_check.interval must be between 5 s and 300 s, got 301 s\n"
                        + "  Choose whole seconds from 5 to 300.",
                () -> STATUS.withInterval(Duration.ofSeconds(301)));
        Refused.with(
                "health_check.timeout must be between 2 s and 120 s, got 1 s\n  Choose whole seconds from 2 to 120.",
                () -> STATUS.withTimeout(Duration.ofSeconds(1)));
        Refused.with(
                "health_check.interval must be between 5 s and 300 s, got 10500 ms\n"
                        + "  Choose whole seconds from 5 to 300.",
                () -> STATUS.withInterval(Duration.ofMillis(10_500)));
    }

    @Test
    void refuses_an_interval_that_is_not_longer_than_the_timeout() {
        HealthCheck check = STATUS.withTimeout(Duration.ofSeconds(10));
        Refused.with(
                "health_check.interval must be longer than the timeout of 10 s, got 10 s\n"
                        + "  Lengthen the interval, or shorten health_check.timeout.",
                () -> check.withInterval(Duration.ofSeconds(10)));
        assertDoesNotThrow(() -> check.withInterval(Duration.ofSeconds(11)));
    }

    @Test
    void compares_with_the_defaults_where_one_of_both_is_not_given() {
        Refused.with(
                "health_check.interval must be longer than the timeout of 30 s, got 30 s by default\n"
                        + "  Lengthen the interval, or shorten health_check.timeout.",
                () -> STATUS.withTimeout(Duration.ofSeconds(30)));
        Refused.with(
                "health_check.interval must be longer than the timeout of 5 s by default, got 5 s\n"
                        + "  Lengthen the interval, or shorten health_check.timeout.",
                () -> STATUS.withInterval(Duration.ofSeconds(5)));
    }

    @Test
    void refuses_a_lambda_check_as_often_as_its_default_timeout() {
        Refused.with(
                "health_check.interval must be longer than the timeout of 30 s by default, got 30 s by default\n"
                        + "  Lengthen the interval, or shorten health_check.timeout.",
                () -> LAMBDA.withHealthCheck(STATUS));
        assertDoesNotThrow(() -> LAMBDA.withHealthCheck(STATUS.withInterval(Duration.ofSeconds(35))));
        assertDoesNotThrow(() -> LAMBDA.withHealthCheck(STATUS.withTimeout(Duration.ofSeconds(10))));
        assertDoesNotThrow(() -> LAMBDA.withHealthCheck(HealthCheck.disabled()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "200-299", "200,202", "200-204,302", "499"})
    void takes_codes_and_ranges_and_lists_of_them(String matcher) {
        assertDoesNotThrow(() -> WIKI.withHealthCheck(STATUS.withMatcher(matcher)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2xx", "200-", "200, 202", "200;202", "-200", "200-201-202", "2000"})
    void refuses_what_is_no_list_of_codes(String matcher) {
        Refused.with(
                "health_check.matcher must be a code, a range of codes, or several of them with commas in between, got \""
                        + matcher + "\"\n  Write it as in \"200\", \"200-299\" or \"200,302\".",
                () -> STATUS.withMatcher(matcher));
    }

    @Test
    void refuses_a_falling_range() {
        Refused.with(
                "health_check.matcher must have ranges that rise, got \"299-200\"\n"
                        + "  Put the lower code first, as in \"200-299\".",
                () -> STATUS.withMatcher("299-200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "199", "200-500", "200,12"})
    void refuses_codes_out_of_bounds(String matcher) {
        Refused.with(
                "health_check.matcher must have codes from 200 to 499, got \"" + matcher
                        + "\"\n  Write it as in \"200\".",
                () -> WIKI.withHealthCheck(STATUS.withMatcher(matcher)));
    }

    @Test
    void has_other_codes_and_paths_for_grpc() {
        HealthCheck check = HealthCheck.at("/grpc.health.v1.Health/Check").withMatcher("0-99");
        assertDoesNotThrow(() -> GRPC.withHealthCheck(check));
        Refused.with(
                "health_check.matcher must have codes from 0 to 99, got \"200\"\n  Write it as in \"0\".",
                () -> GRPC.withHealthCheck(check.withMatcher("200")));
        Refused.with(
                "health_check.path must name a gRPC method, got \"/status\"\n"
                        + "  Write it as in \"/package.service/method\".",
                () -> GRPC.withHealthCheck(STATUS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "/my status", "/stätus"})
    void refuses_what_is_no_path(String path) {
        Refused.with(
                "health_check.path must begin with a slash and hold no blanks, got \"" + path
                        + "\"\n  Write it as in \"/status\"; encode other characters as in %20.",
                () -> HealthCheck.at(path));
    }

    @Test
    void refuses_a_path_that_is_too_long() {
        String path = "/" + "x".repeat(1024);
        assertDoesNotThrow(() -> HealthCheck.at(path.substring(1).replaceFirst("x", "/")));
        Refused.with(
                "health_check.path must have 1 to 1024 characters, got \"" + path
                        + "\" (1025)\n  Give a text of that length.",
                () -> HealthCheck.at(path));
    }

    @Test
    void refuses_a_port_that_is_none() {
        Refused.with(
                "health_check.port must be between 1 and 65535, got 0\n  Choose a number from 1 to 65535.",
                () -> STATUS.withPort(0));
    }

    @Test
    void can_be_off_for_lambda_alone() {
        Refused.with(
                "health_check.enabled must be true unless the target is a Lambda function, got false\n"
                        + "  Leave it out; AWS always checks instances and IP addresses.",
                () -> WIKI.withHealthCheck(HealthCheck.disabled()));
    }

    @Test
    void has_neither_port_nor_protocol_for_lambda() {
        HealthCheck check = STATUS.withInterval(Duration.ofSeconds(60));
        Refused.with(
                "health_check.port must not be given for a Lambda function, got 80\n  Leave it out.",
                () -> LAMBDA.withHealthCheck(check.withPort(80)));
        Refused.with(
                "health_check.protocol must not be given for a Lambda function, got HTTPS\n  Leave it out.",
                () -> LAMBDA.withHealthCheck(check.withProtocol(TargetProtocol.HTTPS)));
    }
}
