package dev.alb.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Runs any program on the simulated AWS, serves what was deployed there, and changes it behind Terraform's back. */
@Command(
        name = "sandbox",
        description =
                "Run a program that sees the simulated AWS, serve what was deployed there, or look into the sandbox.",
        customSynopsis = {
            "alb sandbox [--sandbox-folder=FOLDER] [--account=FILE] -- PROGRAM [ARGUMENT...]",
            "  or:  alb sandbox [--sandbox-folder=FOLDER] [--account=FILE] COMMAND"
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            SandboxListCommand.class,
            SandboxTypesCommand.class,
            SandboxShowCommand.class,
            SandboxSetCommand.class,
            SandboxDeleteCommand.class,
            SandboxResetCommand.class,
            ServeCommand.class
        },
        footer = {
            "",
            "Terraform keeps its state in a workspace named sandbox, apart from the real one.",
            "Exit codes: the program's own; 2 the usage is wrong, 3 the program is missing."
        })
final class SandboxCommand implements Callable<Integer> {
    /** With which Terraform is told where to work. */
    private static final String CHDIR = "-chdir=";

    @Option(
            names = "--sandbox-folder",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Where the sandbox is kept. Default: " + SandboxFolder.DEFAULT)
    private Path folder = Path.of(SandboxFolder.DEFAULT);

    @Option(
            names = "--account",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "What exists in it. Default: " + SandboxFolder.ACCOUNT_FILE + " where you are, if there is one")
    private @Nullable Path account;

    @Parameters(hidden = true)
    private List<String> program = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    SandboxFolder folder() {
        return SandboxFolder.of(folder, account, Path.of(""));
    }

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        if (program.isEmpty()) {
            throw new ParameterException(line, "say what to run, as in: alb sandbox -- terraform plan");
        }
        if (!line.getParseResult().originalArgs().contains("--")) {
            throw new ParameterException(
                    line, "put -- before the program: alb sandbox -- " + String.join(" ", program));
        }
        try (SandboxedAws aws = SandboxedAws.start(folder(), line.getErr())) {
            ProcessBuilder builder = new ProcessBuilder(program);
            aws.tellAnyProgram(builder.environment());
            int ended = Child.of(builder).run();
            if (ended != ExitCode.DONE) {
                tellOfForeignTypes(line);
            }
            return ended;
        }
    }

    /** Terraform has refused them by name, and its user wonders why. */
    private void tellOfForeignTypes(CommandLine line) {
        String chdir = program.stream()
                .filter(argument -> argument.startsWith(CHDIR))
                .map(argument -> argument.substring(CHDIR.length()))
                .findFirst()
                .orElse("");
        List<String> foreign = ForeignTypes.in(Path.of(chdir));
        if (!foreign.isEmpty()) {
            line.getErr().println("alb: the sandbox has no " + String.join(", ", foreign));
            line.getErr().println("    What it has is listed by: alb sandbox types");
        }
    }
}
