package dev.alb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints an object of the simulated account. */
@Command(name = "show", description = "Print the attributes of an object as JSON.", mixinStandardHelpOptions = true)
final class SandboxShowCommand implements Callable<Integer> {
    @ParentCommand
    private SandboxCommand sandbox;

    @Parameters(paramLabel = "ID", description = "Its id, as list and Terraform's state have it.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}
