package dev.alb.cli;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.AwsObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Deletes an object of the simulated account behind Terraform's back. */
@Command(
        name = "delete",
        description = "Delete an object behind Terraform's back, whatever needs it.",
        mixinStandardHelpOptions = true)
final class SandboxDeleteCommand implements Callable<Integer> {
    @ParentCommand
    private SandboxCommand sandbox;

    @Parameters(paramLabel = "ID", description = "Its id, as list and Terraform's state have it, or its name.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Account account = sandbox.folder().account();
        AwsObject object = SandboxObject.find(account, id);
        account.delete(object.type(), object.id());
        spec.commandLine().getOut().println("Deleted " + SandboxObject.line(object));
        return ExitCode.DONE;
    }
}
