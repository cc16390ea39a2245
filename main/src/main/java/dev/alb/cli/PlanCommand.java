package dev.alb.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what Terraform would change. */
@Command(
        name = "plan",
        description =
                "Show what would change, and review it. Other options go to terraform plan, as does everything behind --.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 planned, 1 Terraform failed or --fail-on is reached, 2 a site file or the usage is wrong (nothing "
                    + "is run), 3 a tool is missing. With -detailed-exitcode as Terraform's: 0 no change, 1 an error of any kind, 2 a change."
        })
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private SiteOptions options;

    @Mixin
    private ReviewOptions reviewOptions;

    @Option(names = "--no-review", description = "Leave out the review.")
    private boolean noReview;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TerraformArguments arguments = options.forTerraform(false);
        PrintWriter err = spec.commandLine().getErr();
        if (noReview) {
            return new SiteRun("plan", List.of(), options, arguments, err).run();
        }
        try {
            PlanReview review = new PlanReview(reviewOptions, arguments, err);
            return review.end(new SiteRun("plan", review, options, arguments, err).run());
        } catch (Failure e) {
            // Terraform's 2 would say that something changes.
            boolean isMistaken = arguments.meansChange(e.exitCode());
            throw isMistaken ? Failure.check(String.valueOf(e.getMessage())) : e;
        }
    }
}
