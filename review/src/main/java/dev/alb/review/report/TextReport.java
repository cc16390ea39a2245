package dev.alb.review.report;

import dev.alb.review.ChangeLine;
import dev.alb.review.Exposure;
import dev.alb.review.Finding;
import dev.alb.review.Mark;
import dev.alb.review.Replacement;
import dev.alb.review.Review;
import dev.alb.review.RoutingChange;
import dev.alb.review.Severity;
import dev.alb.review.Verdict;
import dev.alb.review.report.TextLines.Style;
import java.util.List;
import java.util.Locale;

/** Text for a terminal. */
public final class TextReport implements Report {
    private static final int NARROWEST = 40;
    private static final int INDENT = 4;

    private final int width;
    private final boolean colors;

    /**
     * A report of some width.
     *
     * @param width in characters; 40 at least are taken
     * @param colors whether the terminal shows colours
     */
    public TextReport(int width, boolean colors) {
        this.width = Math.max(NARROWEST, width);
        this.colors = colors;
    }

    @Override
    public String of(List<Reviewed> reviews) {
        TextLines lines = new TextLines(width, colors);
        for (Reviewed reviewed : reviews) {
            if (reviewed != reviews.get(0)) {
                lines.blank();
            }
            if (reviews.size() > 1) {
                lines.add(0, 0, Style.BOLD, reviewed.plan());
            }
            write(reviewed.review(), lines);
        }
        return lines.toString();
    }

    private void write(Review review, TextLines lines) {
        Verdict verdict = Verdict.of(review);
        lines.add(0, 0, style(verdict.level()), verdict.text());
        review.findings().forEach(finding -> finding(finding, lines));
        section(Words.ROUTING, review.routing(), lines).forEach(change -> routing(change, lines));
        section(Words.REPLACEMENTS, review.replacements(), lines).forEach(one -> replacement(one, lines));
        section(Words.EXPOSURE, review.changedExposure(), lines).forEach(one -> exposure(one, lines));
        more(review.changedExposure(), Words.sameExposure(review), lines);
        section(Words.CHANGES, review.changes(), lines).forEach(change -> change(change, lines));
        folded(review, lines);
        section(Words.DRIFT, review.drift(), lines).forEach(change -> change(change, lines));
        section(Words.ACCEPTED, review.accepted(), lines).forEach(one -> accepted(one, lines));
        section(Words.NOTES, review.notes(), lines).forEach(note -> lines.add(2, 2, Style.PLAIN, note));
    }

    private static void finding(Finding finding, TextLines lines) {
        String severity = finding.severity().toString().toUpperCase(Locale.ROOT);
        lines.blank()
                .add(
                        0,
                        2,
                        style(finding.severity()),
                        severity + " " + finding.kind().id() + " at " + Words.place(finding))
                .add(INDENT, finding.text())
                .add(INDENT, 2, Style.PLAIN, "To do: " + finding.remedy());
    }

    private static <T> List<T> section(String title, List<T> items, TextLines lines) {
        if (!items.isEmpty()) {
            lines.blank().add(0, 0, Style.BOLD, title);
        }
        return items;
    }

    private static void more(List<?> items, String text, TextLines lines) {
        if (!items.isEmpty() && !text.isEmpty()) {
            lines.add(2, text);
        }
    }

    private static void folded(Review review, TextLines lines) {
        String folded = Words.folded(review);
        if (review.changes().isEmpty() && !folded.isEmpty()) {
            lines.blank().add(0, 0, Style.BOLD, Words.CHANGES);
        }
        if (!folded.isEmpty()) {
            lines.add(2, folded);
        }
    }

    private static void routing(RoutingChange change, TextLines lines) {
        lines.add(2, 2, Style.PLAIN, change.listener() + ": " + change.requests())
                .add(INDENT, 2, Style.PLAIN, "such as " + change.example())
                .add(INDENT, INDENT, style(Mark.REMOVED), "- " + Words.before(change))
                .add(INDENT, INDENT, style(Mark.ADDED), "+ " + Words.after(change));
        if (!change.isCertain()) {
            lines.add(INDENT, "This can't be told for certain before the apply.");
        }
    }

    private static void replacement(Replacement replacement, TextLines lines) {
        lines.add(2, 2, style(Mark.REPLACED), replacement.address() + ": " + replacement.action());
        replacement.causes().forEach(cause -> lines.add(INDENT, 2, Style.PLAIN, "because of " + cause));
        replacement.consequences().forEach(consequence -> lines.add(INDENT, 2, Style.PLAIN, consequence));
    }

    private static void exposure(Exposure exposure, TextLines lines) {
        lines.add(
                2,
                INDENT,
                style(exposure.mark()),
                Words.sign(exposure.mark()) + " " + Words.exposure(exposure) + ", through " + exposure.through());
    }

    private static void change(ChangeLine change, TextLines lines) {
        String text = change.text().isEmpty() ? "" : ": " + change.text();
        lines.add(2, INDENT, Style.PLAIN, change.address() + " " + change.action() + text);
    }

    private static void accepted(Review.Accepted accepted, TextLines lines) {
        Finding finding = accepted.finding();
        lines.add(
                2,
                INDENT,
                Style.PLAIN,
                finding.severity() + " " + finding.kind().id() + " at " + Words.place(finding) + ", until "
                        + accepted.until() + ": " + accepted.reason());
    }

    private static Style style(Verdict.Level level) {
        return switch (level) {
            case STOP -> Style.RED;
            case LOOK -> Style.YELLOW;
            case FINE, NOTHING -> Style.GREEN;
        };
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Style.RED;
            case MEDIUM -> Style.YELLOW;
            case LOW -> Style.CYAN;
        };
    }

    private static Style style(Mark mark) {
        return switch (mark) {
            case ADDED -> Style.GREEN;
            case REMOVED -> Style.RED;
            case CHANGED, REPLACED -> Style.YELLOW;
            case SAME -> Style.PLAIN;
        };
    }
}
