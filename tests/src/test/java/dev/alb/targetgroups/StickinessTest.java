package dev.alb.targetgroups;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Attributes;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StickinessTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void renders_the_cookie_of_the_load_balancer() {
        assertEquals(
                Map.of("type", "lb_cookie", "enabled", true, "cookie_duration", 86_400L),
                Attributes.of(Stickiness.lbCookie(DAY)));
    }

    @Test
    void renders_the_cookie_of_the_application() {
        assertEquals(
                Map.of("type", "app_cookie", "enabled", true, "cookie_duration", 86_400L, "cookie_name", "JSESSIONID"),
                Attributes.of(Stickiness.appCookie("JSESSIONID", DAY)));
    }

    @Test
    void renders_that_it_is_off() {
        assertEquals(Map.of("type", "lb_cookie", "enabled", false), Attributes.of(Stickiness.disabled()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 604_801, -1})
    void refuses_a_duration_out_of_bounds(long seconds) {
        Refused.with(
                "stickiness.cookie_duration must be between 1 s and 604800 s, got " + seconds
                        + " s\n  Choose whole seconds from 1 to 604800.",
                () -> Stickiness.lbCookie(Duration.ofSeconds(seconds)));
    }

    @Test
    void takes_the_bounds_themselves() {
        assertDoesNotThrow(() -> Stickiness.lbCookie(Duration.ofSeconds(1)));
        assertDoesNotThrow(() -> Stickiness.lbCookie(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWSALB", "AWSALBAPP", "AWSALBTG", "AWSALBCORS", "AWSALBAPP-0"})
    void refuses_the_cookies_of_the_load_balancer(String name) {
        Refused.with(
                "stickiness.cookie_name must not begin with AWSALB, AWSALBAPP or AWSALBTG, got \"" + name
                        + "\"\n  Choose a cookie that the application sets; the load balancer keeps those for itself.",
                () -> Stickiness.appCookie(name, DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my cookie", "a;b", "a=b"})
    void refuses_what_can_be_no_name_of_a_cookie(String name) {
        Refused.with(
                "stickiness.cookie_name must be the name of a cookie, got \"" + name
                        + "\"\n  Write it without blanks, quotes and separators, as in \"JSESSIONID\".",
                () -> Stickiness.appCookie(name, DAY));
    }

    @Test
    void needs_a_name_for_the_cookie_of_the_application_alone() {
        Refused.with(
                "stickiness.cookie_name must be given, got nothing\n  Name the cookie that the application sets.",
                () -> Stickiness.lbCookie(DAY).withType(StickinessType.APP_COOKIE));
        Refused.with(
                "stickiness.cookie_name must not be given with lb_cookie, got SESSION\n  Leave it out.",
                () -> Stickiness.lbCookie(DAY).withCookieName("SESSION"));
    }
}
