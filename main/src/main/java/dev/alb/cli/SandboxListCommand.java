package dev.alb.cli;

import dev.alb.sandbox.account.AwsObject;
import java.io.PrintWriter;
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
        PrintWriter out = spec.commandLine().getOut();
        for (AwsObject object : sandbox.folder().account().objects()) {
            String origin = object.origin() == AwsObject.Origin.CREATED
                    ? ""
                    : " (" + object.origin().name().toLowerCase(java.util.Locale.ROOT) + ")";
            out.println(object.type() + " " + object.id() + origin);
        }
        return ExitCode.DONE;
    }
}
