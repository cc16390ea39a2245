package dev.alb.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets Terraform delete what it has made. */
@Command(
        name = "destroy",
        description = "Show what would be deleted, ask, and delete it. Other options go to terraform destroy, as does "
                + "everything behind --. A load balancer that is protected against deletion stays, and everything else with "
                + "it; in the sandbox it goes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 done, 1 Terraform failed or was not allowed to, 2 a site file or the usage is wrong (nothing is "
                    + "run), 3 a tool is missing."
        })
final class DestroyCommand implements Callable<Integer> {
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
                        "destroy",
                        own,
                        options,
                        options.forTerraform(false),
                        spec.commandLine().getErr())
                .run();
    }
}
