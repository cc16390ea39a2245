package dev.alb.cli;

import dev.alb.sandbox.schema.AwsSchema;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what the sandbox can simulate. */
@Command(
        name = "types",
        description = "List the types of resources and data sources that the sandbox has.",
        mixinStandardHelpOptions = true)
final class SandboxTypesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        AwsSchema schema = AwsSchema.load();
        tell("resource", schema.resources().keySet());
        tell("data", schema.dataSources().keySet());
        return ExitCode.DONE;
    }

    private void tell(String kind, Collection<String> types) {
        new TreeSet<>(types).forEach(type -> spec.commandLine().getOut().println(kind + " " + type));
    }
}
