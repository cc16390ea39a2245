package dev.alb.review.report;

import static dev.alb.review.report.MarkdownText.code;
import static dev.alb.review.report.MarkdownText.text;

import dev.alb.review.ChangeLine;
import dev.alb.review.Exposure;
import dev.alb.review.Finding;
import dev.alb.review.Replacement;
import dev.alb.review.Review;
import dev.alb.review.RoutingChange;
import dev.alb.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown for a comment on a pull request. */
public final class MarkdownReport implements Report {
    /** What GitHub takes in a comment. */
    public static final int OF_GITHUB = 65_536;
    /** What GitLab takes in a comment. */
    public static final int OF_GITLAB = 1_000_000;
    /** Less is not worth a report. */
    public static final int SMALLEST = 2_000;

    private final int limit;
    private final String whole;

    /**
     * A report of some length.
     *
     * @param limit the most characters that it may have
     * @param link where the whole review is if this one is too long; empty if that has no address
     * @throws IllegalArgumentException if the limit is below {@link #SMALLEST}
     */
    public MarkdownReport(int limit, String link) {
        if (limit < SMALLEST) {
            throw new IllegalArgumentException("A Markdown report needs " + SMALLEST + " characters at least");
        }
        this.limit = limit;
        this.whole = link.isEmpty()
                ? "All of it is in the other reports of this run, and in the output of `alb review`."
                : "All of it: <" + link.replaceAll("[\\s<>]", "") + ">";
    }

    @Override
    public String of(List<Reviewed> reviews) {
        List<MarkdownPart> parts = new ArrayList<>();
        reviews.forEach(reviewed -> add(reviewed, reviews.size() > 1, parts));
        return new MarkdownPages(parts, limit, whole).text();
    }

    private static void add(Reviewed reviewed, boolean isOneOfSeveral, List<MarkdownPart> parts) {
        Review review = reviewed.review();
        String name = isOneOfSeveral ? code(reviewed.plan()) + ": " : "";
        parts.add(new MarkdownPart(
                0, "verdict", "verdicts", "## " + name + text(Verdict.of(review).text()) + "\n", List.of(), ""));
        list(
                parts,
                1,
                "finding",
                "findings",
                "",
                review.findings().stream().map(MarkdownReport::finding).toList());
        routing(parts, review);
        picture(parts, review);
        folded(parts, 3, "replacement", "replacements", Words.REPLACEMENTS, replacements(review), "");
        folded(parts, 4, "way in", "ways in", Words.EXPOSURE, exposure(review), Words.sameExposure(review));
        folded(
                parts,
                6,
                "other change",
                "other changes",
                Words.CHANGES,
                changes(review.changes()),
                Words.folded(review));
        folded(parts, 7, "change in AWS", "changes in AWS", Words.DRIFT, changes(review.drift()), "");
        folded(parts, 8, "accepted finding", "accepted findings", Words.ACCEPTED, accepted(review), "");
        list(
                parts,
                5,
                "note",
                "notes",
                "### " + Words.NOTES + "\n\n",
                review.notes().stream().map(note -> "- " + text(note) + "\n").toList());
    }

    private static void list(
            List<MarkdownPart> parts, int rank, String one, String many, String title, List<String> items) {
        if (!items.isEmpty()) {
            parts.add(new MarkdownPart(rank, one, many, title, items, ""));
        }
    }

    private static void folded(
            List<MarkdownPart> parts,
            int rank,
            String one,
            String many,
            String title,
            List<String> items,
            String more) {
        if (items.isEmpty() && (more.isEmpty() || !title.equals(Words.CHANGES))) {
            return;
        }
        String count = items.isEmpty() ? "" : " (" + items.size() + ")";
        String before = "<details><summary>" + title + count + "</summary>\n\n";
        String after = (more.isEmpty() ? "" : "\n" + text(more) + "\n") + "\n</details>\n";
        parts.add(new MarkdownPart(rank, one, many, before, items, after));
    }

    private static String finding(Finding finding) {
        return "- **" + finding.severity() + "** " + code(finding.kind().id()) + " at " + code(Words.place(finding))
                + ": " + text(finding.text()) + " **To do:** " + text(finding.remedy()) + "\n";
    }

    private static void routing(List<MarkdownPart> parts, Review review) {
        String head = "### " + Words.ROUTING
                + "\n\n| Listener | Requests | Such as | Before | After |\n|---|---|---|---|---|\n";
        list(
                parts,
                2,
                "difference in routing",
                "differences in routing",
                head,
                review.routing().stream().map(MarkdownReport::routing).toList());
    }

    private static String routing(RoutingChange change) {
        String doubt = change.isCertain() ? "" : " (not certain before the apply)";
        return "| " + code(change.listener()) + " | " + text(change.requests()) + " | "
                + code(change.example().toString()) + " | " + text(Words.before(change)) + " | "
                + text(Words.after(change) + doubt) + " |\n";
    }

    private static void picture(List<MarkdownPart> parts, Review review) {
        String mermaid = MermaidPicture.of(review.picture());
        if (!mermaid.isEmpty()) {
            parts.add(new MarkdownPart(
                    5, "picture", "pictures", "### " + Words.PICTURE + "\n\n```mermaid\n", List.of(mermaid), "```\n"));
        }
    }

    private static List<String> replacements(Review review) {
        return review.replacements().stream().map(MarkdownReport::replacement).toList();
    }

    private static String replacement(Replacement replacement) {
        String causes = replacement.causes().isEmpty()
                ? ""
                : " because of "
                        + replacement.causes().stream().map(MarkdownText::code).collect(Collectors.joining(", "));
        return "- " + code(replacement.address()) + ": " + text(replacement.action()) + causes + ". "
                + text(String.join(" ", replacement.consequences())) + "\n";
    }

    private static List<String> exposure(Review review) {
        return review.changedExposure().stream().map(MarkdownReport::exposure).toList();
    }

    private static String exposure(Exposure exposure) {
        return "- **" + Words.mark(exposure.mark()) + "**: " + text(Words.exposure(exposure)) + ", through "
                + code(exposure.through()) + "\n";
    }

    private static List<String> changes(List<ChangeLine> changes) {
        return changes.stream()
                .map(change -> "- " + code(change.address()) + " " + text(change.action())
                        + (change.text().isEmpty() ? "" : ": " + code(change.text())) + "\n")
                .toList();
    }

    private static List<String> accepted(Review review) {
        return review.accepted().stream()
                .map(one -> "- " + one.finding().severity() + " "
                        + code(one.finding().kind().id()) + " at " + code(Words.place(one.finding())) + ", until "
                        + one.until() + ": " + text(one.reason()) + "\n")
                .toList();
    }
}
