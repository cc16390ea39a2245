package dev.alb.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** An Application Load Balancer in front of Confluence, as Terraform JSON. */
@Command(
        name = "alb",
        description = "An AWS Application Load Balancer in front of Confluence, as Terraform JSON.",
        mixinStandardHelpOptions = true,
        version = "alb 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {InitCommand.class, SynthCommand.class, SchemaCommand.class, CommandLine.HelpCommand.class})
public final class Main {

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("synth")) {
            Node.startEarly();
        }
        System.exit(run(arguments));
    }

    /** Runs a command. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler(Main::misused);
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return ExitCode.BAD_INPUT;
        }
        return line.execute(arguments);
    }

    private static int misused(CommandLine.ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("alb: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try: alb " + qualifiedName(e.getCommandLine()) + "--help");
        return ExitCode.BAD_INPUT;
    }

    private static String qualifiedName(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }

    /** What a command did not foresee: one line, and the whole story only for who asks for it. */
    private static int explain(Exception e, CommandLine line, CommandLine.ParseResult result) {
        if (e instanceof Failure failure) {
            line.getErr().println("alb: " + failure.getMessage());
            return failure.exitCode();
        }
        line.getErr()
                .println("alb: unexpected: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " ("
                        + e.getClass().getSimpleName() + "); set ALB_DEBUG=1 for the whole story");
        if (System.getenv("ALB_DEBUG") != null) {
            e.printStackTrace(line.getErr());
        }
        return ExitCode.TOOL;
    }
}
