package dev.alb.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes Terraform JSON for the sites. */
@Command(
        name = "synth",
        description = "Write Terraform JSON for one or more sites.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 written, 2 a site file or the usage is wrong (nothing is written), 3 a tool is missing."
        })
final class SynthCommand implements Callable<Integer> {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A site file, or a folder of them; repeatable. Default: confluence.yaml")
    private List<Path> files = List.of(Path.of("confluence.yaml"));

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Default: $CDKTF_OUTDIR, or cdktf.out")
    private Path folder = Output.defaultFolder();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<List<Synthesis.Result>> results =
                Stacks.write(files, folder, spec.commandLine().getErr());
        results.ifPresent(written -> written.forEach(this::tell));
        return results.isPresent() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private void tell(Synthesis.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        Path stack = folder.resolve("stacks").resolve(result.stack());
        out.println(
                "Wrote " + stack.resolve("cdk.tf.json") + ": " + result.resources() + " resources for " + result.url());
        out.println("Next:  terraform -chdir=" + stack + " init && terraform -chdir=" + stack + " plan");
    }
}
