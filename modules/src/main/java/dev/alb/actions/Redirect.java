package dev.alb.actions;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends the client to another URL; each part that is {@code null} stays as it was asked for.
 *
 * <p>A part may contain what was asked for as {@code #{protocol}}, {@code #{host}}, {@code #{port}}, {@code #{path}}
 * (without its leading slash) and {@code #{query}}.
 *
 * @param protocol of the new URL; to leave HTTPS for HTTP is refused by AWS
 * @param host 1 to 128 characters
 * @param port 1 to 65535, or {@code #{port}}
 * @param path 1 to 128 characters, beginning with a slash
 * @param query at most 128 characters, without the question mark; empty takes the query away
 * @param statusCode whether it is for good
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#redirect-actions">AWS:
 *     redirect actions</a>
 */
@ResourceAttributes
public record Redirect(
        @Nullable RedirectProtocol protocol,
        @Nullable String host,
        @Nullable String port,
        @Nullable String path,
        @Nullable String query,
        RedirectStatusCode statusCode)
        implements Action, RedirectBuilder.With {
    private static final int LONGEST = 128;
    private static final String SAME_HOST = "#{host}";
    private static final String SAME_PORT = "#{port}";
    private static final String SAME_PATH = "/#{path}";
    private static final String SAME_QUERY = "#{query}";
    private static final Pattern PORT =
            Pattern.compile("#\\{port}|[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]");
    private static final Pattern PATH = Pattern.compile("/.*");
    private static final Pattern QUERY = Pattern.compile("(?!\\?).*");
    private static final Pattern KNOWN_PLACEHOLDERS =
            Pattern.compile("(?:(?!#\\{).|#\\{(?:protocol|host|port|path|query)})*");

    /** Checks the parts of the new URL. */
    public Redirect {
        Objects.requireNonNull(statusCode, "statusCode");
        Checks checks = Checks.of("redirect")
                .length("redirect.host", host, 1, LONGEST)
                .matches("redirect.port", port, PORT, "be 1 to 65535 or #{port}", "Name a port such as \"443\".")
                .length("redirect.path", path, 1, LONGEST)
                .matches("redirect.path", path, PATH, "begin with a slash", "Put / in front, as in \"/#{path}\".")
                .length("redirect.query", query, 0, LONGEST)
                .matches("redirect.query", query, QUERY, "not begin with ?", "Leave out ?, AWS puts it there.");
        checkPlaceholders(checks, "redirect.host", host);
        checkPlaceholders(checks, "redirect.path", path);
        checkPlaceholders(checks, "redirect.query", query);
        checks.done();
    }

    @Override
    public String type() {
        return "redirect";
    }

    @Override
    public boolean isRouting() {
        return true;
    }

    /** Whether it leads back to the URL that was asked for: another query alone does not count, so AWS has it. */
    public boolean changesNothing() {
        return protocol == null && isSame(host, SAME_HOST) && isSame(port, SAME_PORT) && isSame(path, SAME_PATH);
    }

    /** Whether it leads to unencrypted HTTP, which AWS refuses on an HTTPS listener. */
    public boolean leadsToHttp() {
        return protocol == RedirectProtocol.HTTP;
    }

    @Override
    public Redirect normalized() {
        return new Redirect(
                protocol,
                orElse(host, SAME_HOST),
                orElse(port, SAME_PORT),
                orElse(path, SAME_PATH),
                orElse(query, SAME_QUERY),
                statusCode);
    }

    private static void checkPlaceholders(Checks checks, String part, @Nullable String value) {
        checks.matches(
                part,
                value,
                KNOWN_PLACEHOLDERS,
                "contain no placeholder but #{protocol}, #{host}, #{port}, #{path} and #{query}",
                "Correct the name between #{ and }.");
    }

    private static boolean isSame(@Nullable String value, String same) {
        return value == null || value.equals(same);
    }

    private static String orElse(@Nullable String value, String same) {
        return value == null ? same : value;
    }
}
