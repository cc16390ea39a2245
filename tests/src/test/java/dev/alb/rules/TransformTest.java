package dev.alb.rules;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;

import org.junit.jupiter.api.Test;

/** A request is rewritten on its way to the target. */
class TransformTest {
    @Test
    void the_host_is_rewritten() {
        assertRenders("""
                {type: 'host-header-rewrite',
                 host_header_rewrite_config: {rewrite: {regex: '^wiki-(.+)$', replace: 'internal.$1'}}}
                """, Transform.hostHeaderRewrite("^wiki-(.+)$", "internal.$1"));
    }

    @Test
    void the_url_is_rewritten_even_to_nothing() {
        assertRenders(
                "{type: 'url-rewrite', url_rewrite_config: {rewrite: {regex: '^/synchrony1', replace: ''}}}",
                Transform.urlRewrite("^/synchrony1", ""));
    }

    @Test
    void refuses_texts_that_are_empty_or_too_long() {
        String tooLong = "x".repeat(1025);
        assertRefuses("""
                transform: 2 violations
                url_rewrite_config.rewrite.regex must have 1 to 1024 characters, got "" (0)
                  Give a text of that length.
                url_rewrite_config.rewrite.replace must have at most 1024 characters, got "%s" (1025)
                  Give a text of that length.
                """.formatted(tooLong), () -> Transform.urlRewrite("", tooLong));
        assertRefuses("""
                transform: 1 violation
                host_header_rewrite_config.rewrite.regex must have 1 to 1024 characters, got "%s" (1025)
                  Give a text of that length.
                """.formatted(tooLong), () -> Transform.hostHeaderRewrite(tooLong, ""));
    }

    @Test
    void refuses_a_regular_expression_that_a_load_balancer_lacks() {
        assertRefuses("""
                transform: 1 violation
                url_rewrite_config.rewrite.regex must do without what a load balancer's regular expressions lack, got "(a)\\1" with a backreference
                  Say it without; for what is to be left out, write an earlier rule.
                """, () -> Transform.urlRewrite("(a)\\1", "b"));
        assertRefuses("""
                transform: 1 violation
                host_header_rewrite_config.rewrite.regex must be a regular expression, got "*"
                  Correct it: Dangling meta character '*' at position 1.
                """, () -> Transform.hostHeaderRewrite("*", "b"));
    }
}
