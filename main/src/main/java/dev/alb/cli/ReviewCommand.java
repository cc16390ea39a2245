package dev.alb.cli;

import dev.alb.review.AcceptedFindings;
import dev.alb.review.report.JsonReport;
import dev.alb.review.report.Reviewed;
import dev.alb.snapshot.Plan;
import dev.alb.snapshot.PlanFile;
import dev.alb.snapshot.UnreadableInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a reviewer of a plan has to know. */
@Command(
        name = "review",
        description =
                "Tell what a reviewer of a plan has to know: what users would notice, why things are replaced, who can "
                        + "reach what. The plan is any stack's, as terraform show -json writes it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 reviewed, 1 --fail-on is reached, 2 a file or the usage is wrong.",
            "Make a plan with: terraform plan -out=x.plan && terraform show -json x.plan >plan.json"
        })
final class ReviewCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "PLAN.json", arity = "0..*", description = "A plan in JSON; - reads standard input.")
    private List<String> plans = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What goes to standard output: text, markdown, html, json, sarif. Default: text")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write it to a file instead.")
    private @Nullable Path output;

    @Option(names = "--schema", description = "Print the JSON schema of the format json, and do nothing else.")
    private boolean schema;

    @Mixin
    private ReviewOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (schema) {
            StandardOutput.print(JsonReport.schema());
            return ExitCode.DONE;
        }
        if (plans.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "say which plan to review, as in: alb review plan.json");
        }
        AcceptedFindings accepted = options.check();
        List<Reviewed> reviews = reviews(accepted);
        options.writeReports(reviews);
        String text = options.text(format, reviews);
        if (output == null) {
            StandardOutput.print(text);
        } else {
            ReviewOptions.write(output, text);
        }
        return options.exitCode(reviews);
    }

    /** All of them, or else every message at once. */
    private List<Reviewed> reviews(AcceptedFindings accepted) {
        List<Reviewed> reviews = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (String plan : plans) {
            try {
                reviews.add(new Reviewed(plan, options.review(read(plan), accepted)));
            } catch (UnreadableInput e) {
                messages.add(e.getMessage());
            }
        }
        if (!messages.isEmpty()) {
            throw Failure.badInput(String.join("\n", messages));
        }
        return reviews;
    }

    private static Plan read(String plan) throws UnreadableInput {
        return plan.equals(STANDARD_INPUT) ? PlanFile.read(System.in, "standard input") : PlanFile.read(Path.of(plan));
    }
}
