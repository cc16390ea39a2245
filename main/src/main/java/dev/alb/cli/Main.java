package dev.alb.cli;

import dev.alb.sandbox.account.InvalidAccount;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** An Application Load Balancer in front of Confluence: in a sandbox, as Terraform JSON, in AWS. */
@Command(
        name = "alb",
        description =
                "An AWS Application Load Balancer in front of Confluence, from one file: in a sandbox, as Terraform JSON, in AWS.",
        mixinStandardHelpOptions = true,
        version = "alb 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {

    private static final Set<String> HAND_ON_OPTIONS = Set.of("plan", "deploy", "destroy");

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && (arguments[0].equals("synth") || HAND_ON_OPTIONS.contains(arguments[0]))) {
            Node.startEarly();
        }
        System.exit(run(arguments));
    }

    /** Runs a command. */
    static int run(String... arguments) {
        CommandLine line = line(arguments);
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return ExitCode.BAD_INPUT;
        }
        return line.execute(arguments);
    }

    /** What understands a line: the command that it names, or else all of them, as each takes its time to be read. */
    static CommandLine line(String... arguments) {
        Map<String, Class<?>> commands = commands();
        if (arguments.length > 0 && commands.containsKey(arguments[0]) && !arguments[0].equals("help")) {
            commands.keySet().retainAll(Set.of(arguments[0]));
        }
        CommandLine line = new CommandLine(new Main());
        commands.forEach(line::addSubcommand);
        HAND_ON_OPTIONS.stream()
                .filter(commands::containsKey)
                .forEach(name -> handOnOptions(line.getSubcommands().get(name)));
        Choices.readBy(line);
        return line.setExpandAtFiles(false)
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler(Main::misused);
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("plan", PlanCommand.class);
        commands.put("review", ReviewCommand.class);
        commands.put("route", RouteCommand.class);
        commands.put("deploy", DeployCommand.class);
        commands.put("destroy", DestroyCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("sandbox", SandboxCommand.class);
        commands.put("server-xml", ServerXmlCommand.class);
        commands.put("synth", SynthCommand.class);
        commands.put("init", InitCommand.class);
        commands.put("schema", SchemaCommand.class);
        commands.put("help", CommandLine.HelpCommand.class);
        return commands;
    }

    /** Without attached values, as -compact-warnings, which is Terraform's, would be one of -c. */
    private static void handOnOptions(CommandLine command) {
        command.setPosixClusteredShortOptionsAllowed(false).setUnmatchedArgumentsAllowed(true);
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
        if (e instanceof InvalidAccount) {
            line.getErr().println("alb: " + e.getMessage());
            return ExitCode.BAD_INPUT;
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
