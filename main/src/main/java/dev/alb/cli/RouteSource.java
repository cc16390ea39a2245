package dev.alb.cli;

import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.TerraformFile;
import dev.alb.topology.Topology;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the load balancers are read from: a site file, or what Terraform has written. */
final class RouteSource {
    private static final Path USUAL = Path.of("confluence.yaml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A site file. Default: confluence.yaml")
    private @Nullable Path site;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            description = "Instead of a site: a folder with synthesized JSON, or a plan or a state in JSON; "
                    + "- reads standard input.")
    private @Nullable String input;

    @Option(names = "--before", description = "Of a plan, what stands now and not what will stand.")
    private boolean before;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The load balancers.
     *
     * @throws Failure if nothing can be read
     */
    Topology topology() {
        if (site != null && input != null) {
            throw Failure.badInput("-c and --in name the same thing in two ways; leave one of them out");
        }
        if (input == null && before) {
            throw Failure.badInput("--before needs a plan; name it with --in");
        }
        return Topology.of(input == null ? ofSite() : ofInput(input));
    }

    private Snapshot ofSite() {
        return SynthesizedSite.of(
                        site == null ? USUAL : site, "route", spec.commandLine().getErr())
                .snapshot();
    }

    private Snapshot ofInput(String path) {
        TerraformFile file = TerraformInput.read(path);
        if (!before) {
            return file.snapshot();
        }
        return file.plan()
                .orElseThrow(() -> Failure.badInput("--before needs a plan, and " + path + " is none"))
                .before();
    }
}
