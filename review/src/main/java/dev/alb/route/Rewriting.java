package dev.alb.route;

import dev.alb.routing.Outcome;
import dev.alb.routing.Request;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What targets are asked for, after the transforms of a rule.
 *
 * <p>What an expression finds is replaced once; where it finds nothing, the request stays as it is.
 *
 * @param host the host header without its port
 * @param pathAndQuery the path with its query string
 * @param isCertain whether all transforms could be followed
 */
public record Rewriting(String host, String pathAndQuery, boolean isCertain) {

    static Rewriting of(Request request, List<Outcome.Rewrite> rewrites) {
        return of(request.host(), request.url().substring(authority(request).length()), rewrites);
    }

    /** The result of transforms, one after the other. */
    public static Rewriting of(String host, String pathAndQuery, List<Outcome.Rewrite> rewrites) {
        Rewriting rewriting = new Rewriting(host, pathAndQuery, true);
        for (Outcome.Rewrite rewrite : rewrites) {
            rewriting = rewriting.with(rewrite);
        }
        return rewriting;
    }

    private Rewriting with(Outcome.Rewrite rewrite) {
        boolean isHost = rewrite.kind().equals("host-header-rewrite");
        if (!isHost && !rewrite.kind().equals("url-rewrite")) {
            return new Rewriting(host, pathAndQuery, false);
        }
        try {
            Matcher matcher = Pattern.compile(rewrite.regex(), isHost ? Pattern.CASE_INSENSITIVE : 0)
                    .matcher(isHost ? host : pathAndQuery);
            if (!matcher.find()) {
                return this;
            }
            String text = matcher.replaceFirst(literalButGroups(rewrite.replacement()));
            return isHost ? new Rewriting(text, pathAndQuery, isCertain) : new Rewriting(host, text, isCertain);
        } catch (PatternSyntaxException | IndexOutOfBoundsException e) {
            return new Rewriting(host, pathAndQuery, false);
        }
    }

    /** Of what Java reads in a replacement, AWS has the numbers of groups alone. */
    private static String literalButGroups(String replacement) {
        return replacement.replace("\\", "\\\\").replaceAll("\\$(?![0-9])", "\\\\\\$");
    }

    /** The URL with which targets are asked, as far as they can see it. */
    String url(Request request) {
        return authority(request).replace("//" + request.host(), "//" + host) + pathAndQuery;
    }

    /** All before the path. */
    private static String authority(Request request) {
        String url = request.url();
        return url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
    }
}
