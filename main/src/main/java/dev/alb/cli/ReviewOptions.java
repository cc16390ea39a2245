package dev.alb.cli;

import dev.alb.review.AcceptedFindings;
import dev.alb.review.Kind;
import dev.alb.review.Review;
import dev.alb.review.Severity;
import dev.alb.review.report.HtmlReport;
import dev.alb.review.report.JsonReport;
import dev.alb.review.report.MarkdownReport;
import dev.alb.review.report.Report;
import dev.alb.review.report.Reviewed;
import dev.alb.review.report.Reviewer;
import dev.alb.review.report.SarifReport;
import dev.alb.review.report.TextReport;
import dev.alb.snapshot.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a review is told, wherever the plan comes from. */
final class ReviewOptions {
    private static final int USUAL_WIDTH = 100;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "End with exit code 1 if a finding is at least that severe: low, medium, high, critical. "
                    + "Default: never")
    private @Nullable Severity failOn;

    @Option(
            names = "--accept",
            paramLabel = "FILE",
            description = "Findings that are accepted. Default: .alb/accepted.yaml, if there is one")
    private @Nullable Path accept;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write the review to a file as well; repeatable. Its ending says the format: .txt, .md, .html, "
                            + ".json, .sarif")
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "CHARACTERS",
            description = "The longest Markdown. Default: 65536, as GitHub takes it; GitLab takes 1000000")
    private int limit = MarkdownReport.OF_GITHUB;

    @Option(
            names = "--link",
            paramLabel = "URL",
            description = "Where the whole review is, for Markdown that is too long for the limit.")
    private String link = "";

    @Option(names = "--color", description = "Write the text in colours, unless NO_COLOR is set.")
    private boolean color;

    /** What can be refused before anything is run. */
    AcceptedFindings check() {
        if (limit < MarkdownReport.SMALLEST) {
            throw Failure.badInput("--limit must be " + MarkdownReport.SMALLEST + " or more, got " + limit);
        }
        reports.forEach(ReportFormat::of);
        return AcceptedFile.read(
                Optional.ofNullable(accept),
                Reviewer.kinds().stream().map(Kind::id).collect(Collectors.toSet()));
    }

    Review review(Plan plan, AcceptedFindings accepted) {
        return Reviewer.review(plan, accepted, LocalDate.now());
    }

    /** The document of a format. */
    String text(ReportFormat format, List<Reviewed> reviews) {
        return report(format).of(reviews);
    }

    private Report report(ReportFormat format) {
        return switch (format) {
            case TEXT ->
                new TextReport(
                        width(),
                        color && System.getenv().getOrDefault("NO_COLOR", "").isEmpty());
            case MARKDOWN -> new MarkdownReport(limit, link);
            case HTML -> new HtmlReport();
            case JSON -> new JsonReport();
            case SARIF -> new SarifReport(Reviewer.kinds());
        };
    }

    private static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /** Writes the files that were asked for. */
    void writeReports(List<Reviewed> reviews) {
        for (Path file : reports) {
            write(file, text(ReportFormat.of(file), reviews));
        }
    }

    /** Writes a file and the folders that it is in. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Failure.badInput("cannot write to " + file + ": " + Reason.of(e));
        }
    }

    /** How a command ends that has done all else. */
    int exitCode(List<Reviewed> reviews) {
        Severity least = failOn;
        boolean isReached = least != null
                && reviews.stream()
                        .flatMap(reviewed -> reviewed.review().worst().stream())
                        .anyMatch(worst -> worst.compareTo(least) >= 0);
        return isReached ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    /** Whether a plan that can't be reviewed must not pass. */
    boolean isRequired() {
        return failOn != null || !reports.isEmpty();
    }
}
