package dev.alb.rules;

/**
 * Replaces a part of the path and query string before the target sees it.
 *
 * @param regex what is replaced, 1 to 1024 characters
 * @param replace what it is replaced with, at most 1024 characters
 */
public record UrlRewrite(String regex, String replace) implements Transform {

    /** Checks the regular expression and the lengths. */
    public UrlRewrite {
        RewriteChecks.check("url_rewrite_config", regex, replace);
    }

    @Override
    public String type() {
        return "url-rewrite";
    }
}
