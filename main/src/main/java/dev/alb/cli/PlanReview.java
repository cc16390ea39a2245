package dev.alb.cli;

import dev.alb.review.AcceptedFindings;
import dev.alb.review.report.Reviewed;
import dev.alb.snapshot.PlanFile;
import dev.alb.snapshot.UnreadableInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans, and reviews what comes out. */
final class PlanReview implements SiteRun.Work {
    /** Terraform names the file and says how to apply it, which nobody shall try. */
    private static final String SAVED_PLAN = "deleted-after-the-review";

    private final ReviewOptions options;
    private final AcceptedFindings accepted;
    private final TerraformArguments arguments;
    private final PrintWriter err;
    private final List<Reviewed> reviews = new ArrayList<>();
    private boolean isMissing;

    /**
     * The reviews of one run.
     *
     * @throws Failure where an option is wrong
     */
    PlanReview(ReviewOptions options, TerraformArguments arguments, PrintWriter err) {
        this.options = options;
        this.accepted = options.check();
        this.arguments = arguments;
        this.err = err;
    }

    @Override
    public int on(Terraform terraform, Path stack, String name) {
        Optional<Path> own = arguments.savedPlan(System.getenv(), stack);
        if (own.isEmpty() && terraform.plansElsewhere(stack)) {
            int ended = terraform.run(stack, "plan", List.of());
            missing("the backend keeps the plan; review the JSON of it with alb review");
            return ended;
        }
        try (PrivateFolder folder = PrivateFolder.make()) {
            Path saved = own.orElse(folder.file(SAVED_PLAN));
            int ended = terraform.run(stack, "plan", own.isPresent() ? List.of() : List.of("-out=" + saved));
            if (ended == ExitCode.DONE || arguments.meansChange(ended)) {
                review(terraform, stack, name, saved, folder);
                tellOf(saved, own.isEmpty());
            }
            return ended;
        }
    }

    private void review(Terraform terraform, Path stack, String name, Path saved, PrivateFolder folder) {
        Path json = folder.file("plan.json");
        Path complaints = folder.file("complaints");
        if (!Files.exists(saved)) {
            missing("Terraform has saved no plan");
        } else if (terraform.show(stack, saved, json, complaints) != ExitCode.DONE) {
            missing("terraform show fails\n" + text(complaints));
        } else {
            review(name, json);
        }
    }

    private void review(String name, Path json) {
        try {
            Reviewed reviewed = new Reviewed(name, options.review(PlanFile.read(json), accepted));
            reviews.add(reviewed);
            tell("\n" + options.text(ReportFormat.TEXT, List.of(reviewed)));
        } catch (UnreadableInput e) {
            missing(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return Reason.of(e);
        }
    }

    /** Who reads JSON from standard output has no use for text there. */
    private void tell(String text) {
        if (arguments.wantJson()) {
            err.print(text);
            err.flush();
        } else {
            StandardOutput.print(text);
        }
    }

    private void tellOf(Path saved, boolean isDeleted) {
        if (isDeleted && Files.exists(saved)) {
            err.println("alb: the plan was saved for the review only, and is deleted; -out=FILE keeps it");
            err.flush();
        }
    }

    private void missing(String why) {
        isMissing = true;
        err.println("alb: no review: " + why);
        err.flush();
    }

    /** Writes the files that were asked for, and decides how the run ends. */
    int end(int ended) {
        if (ended != ExitCode.DONE && !arguments.meansChange(ended)) {
            return ended;
        }
        if (!reviews.isEmpty()) {
            options.writeReports(reviews);
        }
        boolean isFailed = isMissing && options.isRequired();
        int reviewed = isFailed ? ExitCode.FINDINGS : options.exitCode(reviews);
        return reviewed == ExitCode.DONE ? ended : reviewed;
    }
}
