package dev.alb.cli;

import dev.alb.topology.Topology;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the load balancers that are served stand: in the sandbox, or in what somebody names instead. */
final class ServeSource {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Instead of what was deployed, a site file, without Terraform.")
    private @Nullable Path site;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            description = "Instead of what was deployed, a folder with synthesized JSON, or a plan or a state in JSON; "
                    + "- reads standard input.")
    private @Nullable String input;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "One of the stacks in the sandbox. Default: all of them")
    private @Nullable String stack;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The stacks, in the order of their names.
     *
     * @throws Failure if there is nothing to serve
     */
    List<ServedStack> stacks(SandboxFolder folder) {
        long ways = Stream.of(site, input, stack).filter(one -> one != null).count();
        if (ways > 1) {
            throw Failure.badInput("-c, --in and --stack each say what to serve; give one of them");
        }
        if (site != null) {
            return List.of(ofSite(site));
        }
        return input != null ? List.of(ofInput(input)) : new DeployedStacks(folder).find(stack);
    }

    /** Its name is known when it has been read. */
    private ServedStack ofSite(Path file) {
        PrintWriter err = spec.commandLine().getErr();
        SynthesizedSite read = SynthesizedSite.of(file, "serve", err);
        return new ServedStack(
                read.stack(),
                Optional.of(file),
                Topology.of(read.snapshot()),
                () -> SynthesizedSite.of(file, "serve", err).snapshot());
    }

    private static ServedStack ofInput(String path) {
        ServedStack.Reader reader = () -> TerraformInput.read(path).snapshot();
        if (path.equals(TerraformInput.STANDARD_INPUT)) {
            return ServedStack.of("stdin", Optional.empty(), reader);
        }
        Path file = Path.of(path);
        return ServedStack.of(nameOf(file), Optional.of(file), reader);
    }

    /** Of a folder its own, of a file that without the ending. */
    private static String nameOf(Path file) {
        Path name = file.toAbsolutePath().normalize().getFileName();
        return name == null ? "stack" : name.toString().replaceFirst("(\\.tf)?\\.[^.]*$", "");
    }
}
