package dev.alb.actions;

import dev.alb.terraform.Checks;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that all ways to sign in have in common. */
final class SignIn {
    private static final Duration LONGEST_SESSION = Duration.ofDays(7);
    private static final int MOST_PARAMETERS = 10;
    private static final Pattern HTTPS_URL = Pattern.compile("https://[^\\s/?#]+[^\\s]*");
    private static final Pattern COOKIE = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private SignIn() {}

    static void checkSession(
            Checks checks,
            String block,
            @Nullable Map<String, String> parameters,
            @Nullable String scope,
            @Nullable String cookie,
            @Nullable Duration timeout) {
        checks.atMost(block + ".authentication_request_extra_params", parameters, MOST_PARAMETERS)
                .require(
                        scope == null || !scope.isBlank(),
                        block + ".scope",
                        "name a scope",
                        "none",
                        "Leave it out for openid, or separate several with spaces.")
                .matches(
                        block + ".session_cookie_name",
                        cookie,
                        COOKIE,
                        "be the name of a cookie",
                        "Use letters, digits, hyphens and underscores.")
                .between(block + ".session_timeout", timeout, Duration.ofSeconds(1), LONGEST_SESSION);
    }

    static void checkHttps(Checks checks, String path, String url) {
        checks.matches(path, url, HTTPS_URL, "be a URL that begins with https://", "Copy it from the provider's page.");
    }

    static void checkGiven(Checks checks, String path, String text) {
        checks.require(!text.isEmpty(), path, "be given", "nothing", "Copy it from the provider's page.");
    }
}
