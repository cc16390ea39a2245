package dev.alb.actions;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client is sent to another URL. */
class RedirectTest {
    @Test
    void to_https_keeps_host_path_and_query() {
        assertRenders(
                "{type: 'redirect', redirect: {protocol: 'HTTPS', port: '443', status_code: 'HTTP_301'}}",
                Action.redirectToHttps());
    }

    @Test
    void every_part_can_be_changed_and_refer_to_what_was_asked_for() {
        assertRenders(
                """
                {type: 'redirect', redirect: {
                  protocol: 'HTTP', host: 'new.#{host}', port: '#{port}', path: '/wiki/#{path}',
                  query: 'from=#{host}&#{query}', status_code: 'HTTP_302'}}
                """,
                Action.redirect()
                        .withProtocol(RedirectProtocol.HTTP)
                        .withHost("new.#{host}")
                        .withPort("#{port}")
                        .withPath("/wiki/#{path}")
                        .withQuery("from=#{host}&#{query}")
                        .withStatusCode(RedirectStatusCode.HTTP_302));
    }

    @Test
    void an_empty_query_takes_the_query_away() {
        assertRenders(
                "{type: 'redirect', redirect: {path: '/', query: '', status_code: 'HTTP_301'}}",
                Action.redirect().withPath("/").withQuery(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "80", "443", "9999", "10000", "59999", "65535", "#{port}"})
    void takes_a_port(String port) {
        assertEquals(port, Action.redirect().withPort(port).port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "080", "65536", "99999", "https", "#{host}", ""})
    void refuses_what_is_no_port(String port) {
        assertRefuses("""
                redirect: 1 violation
                redirect.port must be 1 to 65535 or #{port}, got "%s"
                  Name a port such as "443".
                """.formatted(port), () -> Action.redirect().withPort(port));
    }

    @Test
    void refuses_a_path_without_a_slash_and_a_query_with_its_question_mark() {
        Redirect redirect = Action.redirect();
        assertRefuses("""
                redirect: 2 violations
                redirect.path must begin with a slash, got "wiki"
                  Put / in front, as in "/#{path}".
                redirect.query must not begin with ?, got "?a=b"
                  Leave out ?, AWS puts it there.
                """, () -> redirect.with(r -> r.path("wiki").query("?a=b")));
    }

    @Test
    void refuses_parts_that_are_too_long_or_empty() {
        String tooLong = "x".repeat(129);
        assertRefuses(
                """
                redirect: 3 violations
                redirect.host must have 1 to 128 characters, got "%1$s" (129)
                  Give a text of that length.
                redirect.path must have 1 to 128 characters, got "/%1$s" (130)
                  Give a text of that length.
                redirect.query must have at most 128 characters, got "%1$s" (129)
                  Give a text of that length.
                """.formatted(tooLong),
                () -> Action.redirect()
                        .with(r -> r.host(tooLong).path("/" + tooLong).query(tooLong)));
        assertRefuses("""
                redirect: 1 violation
                redirect.host must have 1 to 128 characters, got "" (0)
                  Give a text of that length.
                """, () -> Action.redirect().withHost(""));
        assertEquals(128, Action.redirect().withHost("x".repeat(128)).host().length());
    }

    @Test
    void refuses_a_placeholder_that_aws_does_not_know() {
        assertRefuses("""
                redirect: 1 violation
                redirect.path must contain no placeholder but #{protocol}, #{host}, #{port}, #{path} and #{query}, got "/#{paht}"
                  Correct the name between #{ and }.
                """, () -> Action.redirect().withPath("/#{paht}"));
    }

    @Test
    void knows_whether_it_leads_back_to_where_it_came_from() {
        Redirect redirect = Action.redirect();
        assertTrue(redirect.changesNothing());
        assertTrue(redirect.withHost("#{host}")
                .withPort("#{port}")
                .withPath("/#{path}")
                .changesNothing());
        assertTrue(redirect.withQuery("a=b").changesNothing());
        assertFalse(redirect.withProtocol(RedirectProtocol.HTTPS).changesNothing());
        assertFalse(redirect.withHost("wiki.example.com").changesNothing());
        assertFalse(redirect.withPort("8443").changesNothing());
        assertFalse(redirect.withPath("/wiki").changesNothing());
    }

    @Test
    void knows_whether_it_leads_to_http_which_an_https_listener_must_not_do() {
        assertTrue(Action.redirect().withProtocol(RedirectProtocol.HTTP).leadsToHttp());
        assertFalse(Action.redirectToHttps().leadsToHttp());
        assertFalse(Action.redirect().withHost("wiki.example.com").leadsToHttp());
    }
}
