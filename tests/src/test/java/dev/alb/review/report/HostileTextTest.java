package dev.alb.review.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.review.Review;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan may come from a stranger: none of its names and values does more than being read. */
class HostileTextTest {
    private static final List<String> ATTEMPTS = List.of(
            "a | b \\| c",
            "`` ` ```",
            "</details></code><script>alert(1)</script>",
            "@team please, see #1 and !2",
            "${aws_lb.x} $x^2$ ~label",
            "[click](javascript:alert(1)) ![](http://example.com/x)",
            "\"]; click n1 \"javascript:alert(1)\"",
            "\u001b[2Jgone \u009b31m \u0007",
            "one\ntwo\r\n```\n# three\n/close",
            "\u202etxet\u202c \u200b \ufeff",
            "&lt;b&gt; &#64;team",
            "_x_ *y* __z__");

    static Stream<String> attempts() {
        return ATTEMPTS.stream();
    }

    private static List<Reviewed> review(String attempt) {
        Review review = Reviews.withText(attempt, attempt);
        return List.of(new Reviewed(attempt, review), new Reviewed("other", review));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void nothing_steers_a_terminal(String attempt) {
        String text = new TextReport(80, false).of(review(attempt));
        String harmless = text.replace("\n", "");
        assertTrue(harmless.codePoints().noneMatch(HostileTextTest::isUnseen), text);
        int lines = (int) new TextReport(10_000, false).of(review("x")).lines().count();
        assertEquals(
                lines,
                (int) new TextReport(10_000, false).of(review(attempt)).lines().count(),
                text);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void markdown_keeps_its_lines_and_its_tables(String attempt) {
        String calm = markdown("x");
        String text = markdown(attempt);
        assertTrue(text.replace("\n", "").codePoints().noneMatch(HostileTextTest::isUnseen), text);
        assertEquals(calm.lines().count(), text.lines().count(), text);
        assertEquals(pipes(calm), pipes(text), text);
        assertEquals(count(calm, "</details>"), count(text, "</details>"), text);
        assertEquals(count(calm, "```"), count(text, "```"), text);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void markdown_has_no_html_no_link_no_formula_and_no_mention_of_the_plan(String attempt) {
        String prose = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL)
                .matcher(markdown(attempt))
                .replaceAll("");
        assertFalse(
                Pattern.compile("(?<!&)[@#!~$][\\p{L}\\d]")
                        .matcher(prose.replaceAll("&#(?!8203)\\d+;", " "))
                        .find(),
                prose);
        assertFalse(prose.contains("]("), prose);
        assertFalse(
                Pattern.compile("<(?!/?(details|summary|code)>)").matcher(prose).find(), prose);
        assertFalse(Pattern.compile("(?<![\\p{L}\\d])_|\\*[xy]").matcher(prose).find(), prose);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void html_has_no_more_elements_than_without_it(String attempt) {
        String text = new HtmlReport().of(review(attempt));
        assertEquals(elements(new HtmlReport().of(review("x"))), elements(text), text);
        assertTrue(text.replace("\n", "").codePoints().noneMatch(HostileTextTest::isUnseen), text);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void a_label_of_the_picture_is_all_that_it_is(String attempt) {
        String calm = MermaidPicture.of(Reviews.withText("x", "x").picture());
        String text = MermaidPicture.of(Reviews.withText(attempt, attempt).picture());
        assertEquals(withoutLabels(calm), withoutLabels(text), text);
        assertFalse(text.contains("javascript:alert(1)\"") || text.contains("`") || text.contains("<b>"), text);
    }

    @Test
    void a_page_asks_nothing_of_the_network_and_runs_nothing() {
        String text = new HtmlReport().of(Reviews.of(Reviews.rich()));
        assertFalse(
                Pattern.compile("<script|<img|<link|<iframe|url\\(|@import|\\bon[a-z]+=|(src|href)=")
                        .matcher(text)
                        .find(),
                text);
    }

    private static String markdown(String attempt) {
        return new MarkdownReport(MarkdownReport.OF_GITHUB, "").of(review(attempt));
    }

    private static boolean isUnseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR;
    }

    /** How many pipes there are in each line of a table, where a backslash saves none. */
    private static List<Integer> pipes(String text) {
        return text.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> count(line, "|"))
                .toList();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static String elements(String html) {
        return Pattern.compile("<[^>]*>")
                .matcher(html)
                .results()
                .map(found -> found.group())
                .collect(Collectors.joining());
    }

    private static String withoutLabels(String mermaid) {
        return mermaid.replaceAll("\"[^\"]*\"", "");
    }
}
