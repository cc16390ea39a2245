package dev.alb.cli;

import dev.alb.snapshot.TerraformFile;
import dev.alb.snapshot.UnreadableInput;
import java.nio.file.Path;

/** What Terraform has written, as an option names it. */
final class TerraformInput {
    /** Names standard input. */
    static final String STANDARD_INPUT = "-";

    private TerraformInput() {}

    /**
     * Reads a file, a folder with synthesized JSON, or standard input.
     *
     * @throws Failure if it can't be read
     */
    static TerraformFile read(String named) {
        try {
            return named.equals(STANDARD_INPUT)
                    ? TerraformFile.read(System.in, "standard input")
                    : TerraformFile.read(Path.of(named));
        } catch (UnreadableInput e) {
            throw Failure.badInput(String.valueOf(e.getMessage()));
        }
    }
}
