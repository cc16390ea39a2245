package dev.alb.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets Terraform make it so. */
@Command(
        name = "deploy",
        description =
                "Show what would change, ask, change it, and print the outputs. Other options go to terraform apply, "
                        + "as does everything behind --.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 done, 1 Terraform failed or was not allowed to, 2 a site file or the usage is wrong (nothing is "
                    + "run), 3 a tool is missing."
        })
final class DeployCommand implements Callable<Integer> {
    @Mixin
    private SiteOptions options;

    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<String> own = yes ? List.of("-auto-approve") : List.of();
        return new SiteRun(
                        "apply",
                        own,
                        options,
                        options.forTerraform(true),
                        spec.commandLine().getErr())
                .run();
    }
}
