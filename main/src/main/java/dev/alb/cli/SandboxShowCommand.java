package dev.alb.cli;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.values.CanonicalJson;
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

    @Parameters(paramLabel = "ID", description = "Its id, as list and Terraform's state have it, or its name.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        AwsObject object = SandboxObject.find(sandbox.folder().account(), id);
        spec.commandLine()
                .getOut()
                .println(CanonicalJson.of(object.attributes()).toPrettyString());
        return ExitCode.DONE;
    }
}
