package dev.alb.review.report;

import static dev.alb.review.report.HtmlText.code;
import static dev.alb.review.report.HtmlText.element;
import static dev.alb.review.report.HtmlText.text;

import dev.alb.review.ChangeLine;
import dev.alb.review.Exposure;
import dev.alb.review.Finding;
import dev.alb.review.Replacement;
import dev.alb.review.Review;
import dev.alb.review.RoutingChange;
import dev.alb.review.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A page that stands alone: no script, no image, nothing from the network. */
public final class HtmlReport implements Report {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Review of a plan</title>
            <style>
            """;

    @Override
    public String of(List<Reviewed> reviews) {
        return HEAD + style() + "</style>\n</head>\n<body>\n"
                + reviews.stream().map(HtmlReport::article).collect(Collectors.joining())
                + "</body>\n</html>\n";
    }

    private static String style() {
        try (InputStream file = HtmlReport.class.getResourceAsStream("review.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String article(Reviewed reviewed) {
        Review review = reviewed.review();
        Verdict verdict = Verdict.of(review);
        String level = verdict.level().name().toLowerCase(Locale.ROOT);
        return "<article>\n" + element("p", "plan", code(reviewed.plan())) + "\n"
                + element("h1", level, text(verdict.text())) + "\n"
                + list("", review.findings(), HtmlReport::finding, "")
                + list(Words.ROUTING, review.routing(), HtmlReport::routing, "")
                + picture(review)
                + list(Words.REPLACEMENTS, review.replacements(), HtmlReport::replacement, "")
                + list(Words.EXPOSURE, review.exposure(), HtmlReport::exposure, "")
                + list(Words.CHANGES, review.changes(), HtmlReport::change, Words.folded(review))
                + list(Words.DRIFT, review.drift(), HtmlReport::change, "")
                + list(Words.ACCEPTED, review.accepted(), HtmlReport::accepted, "")
                + list(Words.NOTES, review.notes(), HtmlText::text, "")
                + "</article>\n";
    }

    private static <T> String list(String title, List<T> items, Function<T, String> item, String more) {
        if (items.isEmpty() && more.isEmpty()) {
            return "";
        }
        String heading = title.isEmpty() ? "" : element("h2", "", title) + "\n";
        String rows = items.stream()
                .map(one -> element("li", "", item.apply(one)) + "\n")
                .collect(Collectors.joining());
        return heading
                + (rows.isEmpty() ? "" : "<ul class=\"list\">\n" + rows + "</ul>\n")
                + (more.isEmpty() ? "" : element("p", "", text(more)) + "\n");
    }

    private static String picture(Review review) {
        String tree = HtmlPicture.of(review.picture());
        return tree.isEmpty() ? "" : element("h2", "", Words.PICTURE) + "\n" + tree;
    }

    private static String finding(Finding finding) {
        String severity = finding.severity().toString();
        return element("strong", "severity " + severity, severity) + " "
                + code(finding.kind().id()) + " at "
                + code(Words.place(finding)) + paragraph(finding.text()) + paragraph("To do: " + finding.remedy())
                + element("p", "why", text(finding.kind().why()));
    }

    private static String routing(RoutingChange change) {
        return code(change.listener()) + ": " + text(change.requests()) + "<p>such as "
                + code(change.example().toString()) + "</p>"
                + element("p", "removed", "before: " + text(Words.before(change)))
                + element("p", "added", "after: " + text(Words.after(change)))
                + (change.isCertain() ? "" : paragraph("This can't be told for certain before the apply."));
    }

    private static String replacement(Replacement replacement) {
        return code(replacement.address()) + ": " + text(replacement.action())
                + replacement.causes().stream()
                        .map(cause -> "<p>because of " + code(cause) + "</p>")
                        .collect(Collectors.joining())
                + replacement.consequences().stream().map(HtmlReport::paragraph).collect(Collectors.joining());
    }

    private static String exposure(Exposure exposure) {
        String mark = exposure.mark().name().toLowerCase(Locale.ROOT);
        String word = Words.mark(exposure.mark());
        String sentence = text(Words.exposure(exposure)) + ", through " + code(exposure.through());
        return element("span", mark, (word.isEmpty() ? "" : "<em>" + word + "</em>: ") + sentence);
    }

    private static String change(ChangeLine change) {
        return code(change.address()) + " " + text(change.action())
                + (change.text().isEmpty() ? "" : ": " + code(change.text()));
    }

    private static String accepted(Review.Accepted accepted) {
        return text(accepted.finding().severity() + " ")
                + code(accepted.finding().kind().id()) + " at "
                + code(Words.place(accepted.finding())) + ", until " + accepted.until() + ": "
                + text(accepted.reason());
    }

    private static String paragraph(String text) {
        return element("p", "", text(text));
    }
}
