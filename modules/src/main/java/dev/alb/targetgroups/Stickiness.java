package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client stays with the target that answered it first.
 *
 * <p>A WebSocket stays with its target in any case.
 *
 * @param type whose cookie it is
 * @param enabled {@code true} unless made by {@link #disabled}
 * @param cookieDuration how long it lasts, 1 s to 7 days; default 1 day
 * @param cookieName the application's cookie; the load balancer's own has always the same name
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html">AWS: sticky
 *     sessions</a>
 */
@ResourceAttributes
public record Stickiness(
        StickinessType type,
        boolean enabled,
        @Nullable Duration cookieDuration,
        @Nullable String cookieName) implements StickinessBuilder.With {
    private static final Pattern RESERVED = Pattern.compile("(?!AWSALB).*");
    private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    /** Checks the duration and the name of the cookie. */
    public Stickiness {
        Checks checks = Checks.of("stickiness")
                .between("stickiness.cookie_duration", cookieDuration, Duration.ofSeconds(1), Duration.ofDays(7));
        if (type == StickinessType.LB_COOKIE) {
            checks.absent("stickiness.cookie_name", cookieName, "with lb_cookie");
        } else {
            checks.present("stickiness.cookie_name", cookieName, "Name the cookie that the application sets.");
        }
        checks.matches(
                        "stickiness.cookie_name",
                        cookieName,
                        RESERVED,
                        "not begin with AWSALB, AWSALBAPP or AWSALBTG",
                        "Choose a cookie that the application sets; the load balancer keeps those for itself.")
                .matches(
                        "stickiness.cookie_name",
                        cookieName,
                        COOKIE_NAME,
                        "be the name of a cookie",
                        "Write it without blanks, quotes and separators, as in \"JSESSIONID\".")
                .done();
    }

    /**
     * Stickiness by a cookie of the load balancer.
     *
     * @param duration how long it lasts, counted from the first answer
     */
    public static Stickiness lbCookie(Duration duration) {
        return new Stickiness(StickinessType.LB_COOKIE, true, duration, null);
    }

    /**
     * Stickiness for as long as the application sends a cookie of its own.
     *
     * <p>It does not work where a rule spreads requests over several weighted target groups.
     *
     * @param cookieName the cookie that the application sets
     * @param duration how long the load balancer remembers it
     */
    public static Stickiness appCookie(String cookieName, Duration duration) {
        return new Stickiness(StickinessType.APP_COOKIE, true, duration, cookieName);
    }

    /** No stickiness, said explicitly, so that Terraform also switches it off where it was on. */
    public static Stickiness disabled() {
        return new Stickiness(StickinessType.LB_COOKIE, false, null, null);
    }
}
