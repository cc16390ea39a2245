package dev.alb.listeners;

import dev.alb.terraform.Checks;
import dev.alb.terraform.InlineBlock;
import dev.alb.terraform.ResourceAttributes;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers that a listener sets on each response, in place of the targets' own.
 *
 * <p>Each is named in Terraform as {@code routing_http_response_…_header_value}. What is {@code null} is left as it comes
 * from the target. A value has at most 1024 bytes.
 *
 * @param strictTransportSecurity how long browsers use HTTPS alone; see {@link #hsts}
 * @param accessControlAllowOrigin which other site may read responses: {@code *}, or one such as
 *     {@code https://example.com}
 * @param accessControlAllowMethods which methods it may use
 * @param accessControlAllowHeaders which headers it may send
 * @param accessControlAllowCredentials {@code true}, if it may send cookies
 * @param accessControlExposeHeaders which headers it may read
 * @param accessControlMaxAge how many seconds browsers may remember that
 * @param contentSecurityPolicy from where a page may load what
 * @param xContentTypeOptions {@code nosniff}, so that browsers don't guess what a file is
 * @param xFrameOptions which pages may show this one in a frame: {@code DENY} or {@code SAMEORIGIN}
 * @param serverEnabled whether responses name the load balancer in the Server header; default {@code true}. In Terraform
 *     {@code routing_http_response_server_enabled}
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html">AWS: header
 *     modification</a>
 */
@ResourceAttributes
public record ResponseHeaders(
        @Nullable String strictTransportSecurity,
        @Nullable String accessControlAllowOrigin,
        @Nullable String accessControlAllowMethods,
        @Nullable String accessControlAllowHeaders,
        @Nullable String accessControlAllowCredentials,
        @Nullable String accessControlExposeHeaders,
        @Nullable String accessControlMaxAge,
        @Nullable String contentSecurityPolicy,
        @Nullable String xContentTypeOptions,
        @Nullable String xFrameOptions,
        @Nullable Boolean serverEnabled)
        implements InlineBlock, ResponseHeadersBuilder.With {
    private static final int LONGEST_VALUE = 1024;
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final Pattern HSTS = Pattern.compile("max-age=\\d+( *;.*)?");
    private static final Pattern ORIGIN = Pattern.compile("\\*|null|https?://[^/\\s,]+");
    private static final Pattern TRUE = Pattern.compile("true");
    private static final Pattern SECONDS = Pattern.compile("-?\\d+");
    private static final Pattern NOSNIFF = Pattern.compile("nosniff");
    private static final Pattern FRAMES = Pattern.compile("DENY|SAMEORIGIN|ALLOW-FROM https?://\\S+");

    /** Checks the lengths, and the values of which there are few. */
    public ResponseHeaders {
        Checks checks = Checks.of("response headers");
        checkValue(checks, "strict_transport_security", strictTransportSecurity);
        checkValue(checks, "access_control_allow_origin", accessControlAllowOrigin);
        checkValue(checks, "access_control_allow_methods", accessControlAllowMethods);
        checkValue(checks, "access_control_allow_headers", accessControlAllowHeaders);
        checkValue(checks, "access_control_allow_credentials", accessControlAllowCredentials);
        checkValue(checks, "access_control_expose_headers", accessControlExposeHeaders);
        checkValue(checks, "access_control_max_age", accessControlMaxAge);
        checkValue(checks, "content_security_policy", contentSecurityPolicy);
        checkForm(checks, "strict_transport_security", strictTransportSecurity, HSTS, "begin with max-age=SECONDS");
        checkForm(checks, "access_control_allow_origin", accessControlAllowOrigin, ORIGIN, "be * or one origin");
        checkForm(checks, "access_control_allow_credentials", accessControlAllowCredentials, TRUE, "be true");
        checkForm(checks, "access_control_max_age", accessControlMaxAge, SECONDS, "be a number of seconds");
        checkForm(checks, "x_content_type_options", xContentTypeOptions, NOSNIFF, "be nosniff");
        checkForm(checks, "x_frame_options", xFrameOptions, FRAMES, "be DENY or SAMEORIGIN");
        checks.done();
    }

    /** The headers as they come from the targets. */
    public static ResponseHeaders unchanged() {
        return ResponseHeadersBuilder.builder().build();
    }

    /**
     * Tells browsers to use HTTPS alone, for a year and for this host only.
     *
     * <p>They take it from HTTPS listeners only, and remember it: a way back to HTTP takes a year.
     */
    public static ResponseHeaders hsts() {
        return unchanged().withStrictTransportSecurity("max-age=31536000");
    }

    @Override
    public String argumentName(String component) {
        return component.equals("server_enabled") ? "routing_http_response_server_enabled" : argument(component);
    }

    private static String argument(String component) {
        return "routing_http_response_" + component + "_header_value";
    }

    private static void checkValue(Checks checks, String component, @Nullable String value) {
        checkForm(checks, component, value, PRINTABLE, "consist of characters of ASCII that can be printed");
        int length = value == null ? 0 : value.getBytes(StandardCharsets.UTF_8).length;
        checks.require(
                length <= LONGEST_VALUE,
                argument(component),
                "have at most " + LONGEST_VALUE + " bytes",
                length,
                "Let the targets send a longer one.");
    }

    private static void checkForm(Checks checks, String component, @Nullable String value, Pattern form, String rule) {
        String fix = "Write the value as browsers know it, or leave it out.";
        checks.matches(argument(component), value, form, rule, fix);
    }
}
