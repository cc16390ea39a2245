package dev.alb.cli;

import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.TerraformFile;
import dev.alb.snapshot.UnreadableInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a site file becomes before Terraform has seen it. Nothing is left behind: the output is written where nobody sees it.
 *
 * @param stack the name of the site
 * @param snapshot its resources
 */
record SynthesizedSite(String stack, Snapshot snapshot) {
    /**
     * Makes it of one site file.
     *
     * @param purpose what can't be done without a valid site, such as {@code route}
     * @param err takes what is wrong with the file
     * @throws Failure if it isn't valid, or not one site
     */
    static SynthesizedSite of(Path file, String purpose, PrintWriter err) {
        try (PrivateFolder folder = PrivateFolder.make()) {
            Path output = folder.file("cdktf.out");
            List<Synthesis.Result> written = Stacks.write(List.of(file), output, err)
                    .orElseThrow(() -> Failure.badInput("without a valid site there is nothing to " + purpose));
            if (written.size() != 1) {
                throw Failure.badInput("-c must name one site, got "
                        + written.stream().map(Synthesis.Result::stack).collect(Collectors.joining(", ")));
            }
            String stack = written.get(0).stack();
            Path json = output.resolve("stacks").resolve(stack);
            return new SynthesizedSite(stack, TerraformFile.read(json).snapshot());
        } catch (UnreadableInput e) {
            throw Failure.tool(String.valueOf(e.getMessage()));
        }
    }
}
