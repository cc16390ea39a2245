package dev.alb.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what Terraform would change. */
@Command(
        name = "plan",
        description = "Show what would change. Other options go to terraform plan, as does everything behind --.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 planned, 1 Terraform failed, 2 a site file or the usage is wrong (nothing is run), 3 a tool is "
                    + "missing. With -detailed-exitcode as Terraform's: 0 no change, 1 an error of any kind, 2 a change."
        })
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private SiteOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new SiteRun(
                        "plan",
                        List.of(),
                        options,
                        options.forTerraform(false),
                        spec.commandLine().getErr())
                .run();
    }
}
