package dev.alb.rules;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request must have for a rule to apply. */
class ConditionTest {
    private static final String TOKEN = "${TfToken[TOKEN.7]}";
    private static final String TOO_LONG = "x".repeat(129);

    @Test
    void hosts_are_patterns_or_regular_expressions() {
        assertRenders(
                "{host_header: {values: ['wiki.example.com', '*.EXAMPLE.org']}}",
                Condition.hosts("wiki.example.com", "*.EXAMPLE.org"));
        assertRenders("{host_header: {regex_values: ['^wiki(:\\\\d+)?$']}}", Condition.hostsMatching("^wiki(:\\d+)?$"));
    }

    @Test
    void paths_are_patterns_or_regular_expressions() {
        assertRenders(
                "{path_pattern: {values: ['/synchrony', '/synchrony/*']}}",
                Condition.paths("/synchrony", "/synchrony/*"));
        assertRenders("{path_pattern: {regex_values: ['^/v[12]/']}}", Condition.pathsMatching("^/v[12]/"));
    }

    @Test
    void methods_are_words() {
        assertRenders("{http_request_method: {values: ['GET', 'M-SEARCH']}}", Condition.methods("GET", "M-SEARCH"));
    }

    @Test
    void headers_have_a_name_and_patterns_or_regular_expressions() {
        assertRenders(
                "{http_header: {http_header_name: 'User-Agent', values: ['*bot*']}}",
                Condition.header("User-Agent", "*bot*"));
        assertRenders(
                "{http_header: {http_header_name: 'User-Agent', regex_values: ['[Bb]ot']}}",
                Condition.headerMatching("User-Agent", "[Bb]ot"));
    }

    @Test
    void query_strings_are_parameters_one_of_which_must_be_there() {
        assertRenders(
                "{query_string: [{key: 'os_authType', value: 'basic'}]}",
                Condition.queryString("os_authType", "basic"));
        assertRenders("{query_string: [{value: 'basic'}]}", Condition.queryString("basic"));
        assertRenders(
                "{query_string: [{key: 'a', value: '1'}, {value: '2'}]}",
                Condition.queryString(List.of(new QueryParameter("a", "1"), new QueryParameter(null, "2"))));
    }

    @Test
    void source_addresses_are_networks() {
        assertRenders(
                "{source_ip: {values: ['10.0.0.0/8', '2001:db8::/32']}}",
                Condition.sourceIps("10.0.0.0/8", "2001:db8::/32"));
    }

    @Test
    void a_dollar_sign_is_text_and_not_the_begin_of_an_expression() {
        assertRenders("{http_header: {http_header_name: 'X', values: ['$${a}']}}", Condition.header("X", "${a}"));
    }

    @Test
    void what_terraform_knows_later_is_not_checked() {
        assertEquals(1, Condition.hosts(TOKEN).valueCount());
        assertEquals(1, Condition.paths(TOKEN).valueCount());
        assertEquals(1, Condition.methods(TOKEN).valueCount());
        assertEquals(1, Condition.sourceIps(TOKEN).valueCount());
        assertEquals(1, Condition.pathsMatching(TOKEN).valueCount());
        assertEquals(0, Condition.queryString("a", TOKEN).wildcards());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wiki.example.com", "*.example.com", "wiki-?.example.com", "WIKI.Example.Com", "*.com", ".com"})
    void takes_a_host(String host) {
        assertEquals(List.of(host), Condition.hosts(host).values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wiki",
                "wiki.example.c0m",
                "wiki.example.",
                "wiki.example.*",
                "wiki_1.example.com",
                "*",
                "https://wiki.example.com",
                "wiki.example.com:8443",
                "wiki.example.com/wiki",
                "not wiki.example.com"
            })
    void refuses_what_is_no_host(String host) {
        assertRefuses("""
                host condition: 1 violation
                host_header.values must consist of letters, digits, -, ., * and ?, with only letters after the last dot, got "%s"
                  Write it as in "wiki.example.com" or "*.example.com", without scheme, port and path.
                """.formatted(host), () -> Condition.hosts(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/*", "*.png", "?wiki", "/a-b_c.d$e/f~g\"h'i@j:k+l&m*n?o", "*"})
    void takes_a_path(String path) {
        assertEquals(List.of(path), Condition.paths(path).values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiki", "/wiki#top", "/wiki home", "/a%20b", "/a=b", "/ä", "https://wiki"})
    void refuses_what_is_no_path(String path) {
        assertRefuses("""
                path condition: 1 violation
                path_pattern.values must begin with /, * or ? and consist of letters, digits and _-.$/~"'@:+&*?, got "%s"
                  Write it as in "/synchrony/*"; the query string has a condition of its own.
                """.formatted(path), () -> Condition.paths(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "GET*", "GE T", "POST1"})
    void refuses_what_is_no_method(String method) {
        assertRefuses("""
                method condition: 1 violation
                http_request_method.values must consist of 1 to 40 capital letters, - and _, got "%s"
                  Write it as in "GET"; there are no wildcards in methods.
                """.formatted(method), () -> Condition.methods(method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X Header", "X:", "Überschrift", "x1234567890123456789012345678901234567890"})
    void refuses_what_is_no_name_of_a_header(String name) {
        assertRefuses("""
                header condition: 1 violation
                http_header.http_header_name must be the name of a header, of 1 to 40 characters, got "%s"
                  Write it as in "X-Requested-With", without the colon.
                """.formatted(name), () -> Condition.header(name, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "host"})
    void refuses_the_host_as_a_header(String name) {
        assertRefuses("""
                header condition: 1 violation
                http_header.http_header_name must be another header than Host, got "%s"
                  Use a host_header condition instead.
                """.formatted(name), () -> Condition.header(name, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1/8", "10.0.0.0", "10.0.0.0/40", "example.com", "2001:db8::1/32"})
    void refuses_what_is_no_network(String network) {
        assertRefuses("""
                source address condition: 1 violation
                source_ip.values must be a network in CIDR notation, with no bits set behind its prefix, got "%s"
                  Write it as in "10.0.0.0/8", and one address as in "192.0.2.7/32".
                """.formatted(network), () -> Condition.sourceIps(network));
    }

    @Test
    void refuses_the_one_network_that_aws_refuses() {
        assertRefuses("""
                source address condition: 1 violation
                source_ip.values must be another network than 255.255.255.255/32, got "255.255.255.255/32"
                  AWS refuses it: name a network that clients come from.
                """, () -> Condition.sourceIps("255.255.255.255/32"));
    }

    @Test
    void refuses_a_negation_and_says_what_to_do_instead() {
        String message = """
                %s condition: 1 violation
                %s must say what matches, since a load balancer has no negation, got "!%s"
                  Write a rule of its own for what is to be left out, with a lower priority number.
                """;
        assertRefuses(message.formatted("host", "host_header.values", "a.com"), () -> Condition.hosts("!a.com"));
        assertRefuses(message.formatted("path", "path_pattern.values", "/a"), () -> Condition.paths("!/a"));
        assertRefuses(
                message.formatted("method", "http_request_method.values", "GET"), () -> Condition.methods("!GET"));
        assertRefuses(message.formatted("header", "http_header.values", "a"), () -> Condition.header("X", "!a"));
        assertRefuses(
                message.formatted("query string", "query_string.value", "a"), () -> Condition.queryString("k", "!a"));
        assertRefuses(
                message.formatted("source address", "source_ip.values", "10.0.0.0/8"),
                () -> Condition.sourceIps("!10.0.0.0/8"));
    }

    @Test
    void refuses_values_that_are_empty_or_too_long() {
        assertRefuses("""
                header condition: 2 violations
                http_header.values must have 1 to 128 characters, got "" (0)
                  Give a text of that length.
                http_header.values must have 1 to 128 characters, got "%s" (129)
                  Give a text of that length.
                """.formatted(TOO_LONG), () -> Condition.header("X", "", TOO_LONG));
        assertRefuses("""
                query string condition: 2 violations
                query_string.key must have 1 to 128 characters, got "%1$s" (129)
                  Give a text of that length.
                query_string.value must have 1 to 128 characters, got "" (0)
                  Give a text of that length.
                """.formatted(TOO_LONG), () -> Condition.queryString(TOO_LONG, ""));
        assertRefuses("""
                path condition: 1 violation
                path_pattern.values must have 1 to 128 characters, got "/%s" (130)
                  Give a text of that length.
                """.formatted(TOO_LONG), () -> Condition.paths("/" + TOO_LONG));
        assertRefuses("""
                host condition: 1 violation
                host_header.regex_values must have 1 to 128 characters, got "%s" (129)
                  Give a text of that length.
                """.formatted(TOO_LONG), () -> Condition.hostsMatching(TOO_LONG));
    }

    @Test
    void refuses_a_condition_without_values() {
        String message = "%s condition: 1 violation\n%s must name a value, got none\n  Add what a request must have.";
        assertRefuses(message.formatted("host", "host_header.values"), Condition::hosts);
        assertRefuses(message.formatted("path", "path_pattern.regex_values"), Condition::pathsMatching);
        assertRefuses(message.formatted("method", "http_request_method.values"), Condition::methods);
        assertRefuses(message.formatted("header", "http_header.values"), () -> Condition.header("X"));
        assertRefuses(message.formatted("query string", "query_string"), () -> Condition.queryString(List.of()));
        assertRefuses(message.formatted("source address", "source_ip.values"), Condition::sourceIps);
    }

    @Test
    void refuses_both_patterns_and_regular_expressions_and_neither() {
        assertRefuses("""
                path condition: 1 violation
                path_pattern.values must be given, or regex_values instead of it, got both
                  Give values with wildcards, or regular expressions.
                """, () -> new PathPattern(List.of("/a"), List.of("/b")));
        assertRefuses("""
                host condition: 1 violation
                host_header.values must be given, or regex_values instead of it, got neither
                  Give values with wildcards, or regular expressions.
                """, () -> new HostHeader(null, null));
    }
}
