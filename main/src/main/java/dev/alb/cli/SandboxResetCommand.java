package dev.alb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Deletes the sandbox with everything in it. */
@Command(
        name = "reset",
        description = "Delete the sandbox: the simulated account, and Terraform's state of each site in it.",
        mixinStandardHelpOptions = true)
final class SandboxResetCommand implements Callable<Integer> {
    @ParentCommand
    private SandboxCommand sandbox;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        sandbox.folder().delete();
        return ExitCode.DONE;
    }
}
