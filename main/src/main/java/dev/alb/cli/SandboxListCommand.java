package dev.alb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists what stands in the simulated account. */
@Command(name = "list", description = "List what stands in the simulated account.", mixinStandardHelpOptions = true)
final class SandboxListCommand implements Callable<Integer> {
    @ParentCommand
    private SandboxCommand sandbox;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        sandbox.folder().account().objects().stream()
                .map(SandboxObject::line)
                .forEach(spec.commandLine().getOut()::println);
        return ExitCode.DONE;
    }
}
