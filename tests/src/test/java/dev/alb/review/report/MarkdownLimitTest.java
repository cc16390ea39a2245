package dev.alb.review.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a comment that is too long is shortened. */
class MarkdownLimitTest {
    private static String markdown(int limit, int items) {
        return new MarkdownReport(limit, "https://ci.example.com/1").of(Reviews.of(Reviews.ofLength(items)));
    }

    @Test
    void what_fits_is_not_shortened() {
        assertFalse(markdown(MarkdownReport.OF_GITHUB, 5).contains("Shortened"));
        String exact = markdown(MarkdownReport.OF_GITHUB, 50);
        assertEquals(exact, markdown(exact.length(), 50));
        assertTrue(markdown(exact.length() - 1, 50).contains("Shortened"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 3_000, 5_000, 20_000, 65_536})
    void it_is_never_longer_than_allowed_and_says_what_is_left_out_and_where_it_is(int limit) {
        String text = markdown(limit, 2_000);
        assertTrue(text.length() <= limit, () -> text.length() + " of " + limit);
        assertTrue(text.startsWith("## "), text);
        assertTrue(text.contains("Shortened") && text.contains("Left out: "), text);
        assertTrue(text.endsWith("All of it: <https://ci.example.com/1>\n"), text);
        assertEquals(text.split("<details>", -1).length, text.split("</details>", -1).length, text);
    }

    @Test
    void what_matters_least_goes_first() {
        String text = markdown(markdown(MarkdownReport.OF_GITHUB, 60).length() - 100, 60);
        assertTrue(text.contains("aws_lb_listener_rule.r59"), text);
        assertTrue(text.contains("/admin/"), text);
        assertFalse(text.contains("aws_thing.t59"), text);
        assertTrue(text.contains("other changes left out here"), text);
    }

    @Test
    void many_plans_are_shortened_together() {
        var one = new Reviewed("a.json", Reviews.ofLength(100));
        String text = new MarkdownReport(10_000, "").of(List.of(one, one, one, one));
        assertTrue(text.length() <= 10_000, text);
        assertEquals(5, text.split("## `a.json`", -1).length, text);
    }

    @Test
    void a_limit_that_nothing_fits_into_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new MarkdownReport(1_999, ""));
    }
}
