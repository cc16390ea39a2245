package dev.alb.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What plan, deploy and destroy are told. */
final class SiteOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A site file, or a folder of them; repeatable. Default: confluence.yaml")
    private List<Path> files = List.of(Path.of("confluence.yaml"));

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Where the JSON goes. Default: $CDKTF_OUTDIR, or cdktf.out")
    private @Nullable Path output;

    @Option(names = "--sandbox", description = "On a simulated AWS, with no account and no network.")
    private boolean sandbox;

    @Option(
            names = "--sandbox-folder",
            paramLabel = "FOLDER",
            description = "Where the sandbox is kept. Default: " + SandboxFolder.DEFAULT)
    private @Nullable Path sandboxFolder;

    @Option(
            names = "--account",
            paramLabel = "FILE",
            description = "What exists in the sandbox. Default: " + SandboxFolder.ACCOUNT_FILE
                    + " beside the site file, if there is one")
    private @Nullable Path account;

    @Option(
            names = "--terraform",
            paramLabel = "PROGRAM",
            description = "Default: $$TERRAFORM_BINARY_NAME, or terraform or tofu on the PATH")
    private @Nullable String program;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    List<Path> files() {
        return files;
    }

    @Nullable
    String program() {
        return program;
    }

    /** The AWS that is meant; the sandbox starts at once. */
    Aws aws() {
        if (sandbox) {
            refuse(output, "--output", "is for AWS; the sandbox has a folder of its own: --sandbox-folder");
            Path folder = sandboxFolder == null ? Path.of(SandboxFolder.DEFAULT) : sandboxFolder;
            return SandboxedAws.start(
                    SandboxFolder.of(folder, account, besideSites()),
                    spec.commandLine().getErr());
        }
        refuse(sandboxFolder, "--sandbox-folder", "needs --sandbox");
        refuse(account, "--account", "needs --sandbox");
        return new RealAws(output == null ? Output.defaultFolder() : output);
    }

    private Path besideSites() {
        Path first = files.get(0).toAbsolutePath();
        return Files.isDirectory(first) ? first : first.getParent();
    }

    private static void refuse(@Nullable Object value, String option, String why) {
        if (value != null) {
            throw Failure.badInput(option + " " + why);
        }
    }

    /**
     * What is not for this program, and so for Terraform: options with one dash, and all behind {@code --}.
     *
     * @param takesFile whether Terraform's command takes a file by itself
     */
    TerraformArguments forTerraform(boolean takesFile) {
        CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
        List<String> given = parsed.originalArgs();
        int delimiter = given.indexOf("--");
        int behind = delimiter < 0 ? 0 : given.size() - delimiter - 1;
        List<String> arguments = parsed.unmatched().stream()
                .filter(argument -> !argument.equals("--"))
                .toList();
        String previous = "";
        for (String argument : arguments.subList(0, Math.max(0, arguments.size() - behind))) {
            boolean isValue = previous.startsWith("-") && !previous.contains("=");
            boolean isOwn = argument.startsWith("--") || spec.findOption("-" + argument) != null;
            if (isOwn || !argument.startsWith("-") && !isValue && !takesFile) {
                throw new CommandLine.UnmatchedArgumentException(spec.commandLine(), List.of(argument));
            }
            previous = argument;
        }
        return TerraformArguments.of(arguments);
    }
}
