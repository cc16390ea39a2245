package dev.alb.cli;

import dev.alb.site.schema.SiteSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON schema by which editors complete a site file. */
@Command(name = "schema", description = "Print the JSON schema of the site file.", mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(SiteSchema.generate());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
