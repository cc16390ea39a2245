package dev.alb.rules;

import static dev.alb.terraform.Rendering.assertRefuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions are checked for what a load balancer's lack. */
class RegularExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^/(?=wiki)|a lookahead",
                "^/(?!wiki)|a lookahead",
                "(?<=/)wiki|a lookbehind",
                "(?<!/)wiki|a lookbehind",
                "(a)\\1|a backreference",
                "(?<x>a)\\k<x>|a backreference",
                "(?P<x>a)(?P=x)|a backreference",
                "(?>a)|an atomic group",
                "a*+b|a possessive quantifier",
                "a{2}+b|a possessive quantifier",
                "(a)(?1)|a recursion or subroutine",
                "(?R)|a recursion or subroutine",
                "\\g<1>|a recursion or subroutine",
                "\\p{L}+|a Unicode character class",
                "[\\P{L}]|a Unicode character class"
            })
    void knows_what_is_not_supported(String regex, String feature) {
        assertEquals(Optional.of(feature), RegularExpression.unsupportedIn(regex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^/wiki/(.*)$",
                "\\(?=a",
                "\\\\(a)",
                "[(?=]",
                "[*+]+",
                "[]*+]",
                "\\++",
                "a+?",
                "(?:a|b)",
                "(?i)wiki",
                "(?<name>a)",
                "(?P<name>a)",
                "\\d+\\.\\w*",
                "\\\\p",
                "\\\\1",
                "(a)?1",
                "\\x{41}+",
                "a}+"
            })
    void leaves_alone_what_only_looks_like_it(String regex) {
        assertEquals(Optional.empty(), RegularExpression.unsupportedIn(regex));
    }

    @Test
    void says_what_is_not_supported_and_what_to_do_instead() {
        assertRefuses("""
                path condition: 1 violation
                path_pattern.regex_values must do without what a load balancer's regular expressions lack, got "^/(?!admin)" with a lookahead
                  Say it without; for what is to be left out, write an earlier rule.
                """, () -> Condition.pathsMatching("^/(?!admin)"));
    }

    @Test
    void refuses_what_is_no_regular_expression() {
        assertRefuses("""
                path condition: 1 violation
                path_pattern.regex_values must be a regular expression, got "^/(wiki"
                  Correct it: Unclosed group at position 8.
                """, () -> Condition.pathsMatching("^/(wiki"));
    }
}
