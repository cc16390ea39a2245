package dev.alb.snapshot;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Terraform knows of resources, out of a file of any kind that can be read.
 *
 * @param kind what the file is
 * @param snapshot its resources; of a plan, as they will be
 * @param planned the plan, if it is one
 */
public record TerraformFile(
        Kind kind, Snapshot snapshot, @Nullable Plan planned) {

    /** What can be read. */
    public enum Kind {
        /** A configuration in JSON, such as {@code cdk.tf.json}, or a folder with it. */
        SYNTHESIZED,
        /** A plan as {@code terraform show -json} writes it. */
        PLAN,
        /** A state as {@code terraform show -json} writes it, or a state file. */
        STATE
    }

    /** The plan, if it is one. */
    public Optional<Plan> plan() {
        return Optional.ofNullable(planned);
    }

    /**
     * Reads a file, or a folder with {@code *.tf.json}.
     *
     * @throws UnreadableInput if it is nothing that can be read
     */
    public static TerraformFile read(Path path) throws UnreadableInput {
        return Files.isDirectory(path)
                ? new TerraformFile(Kind.SYNTHESIZED, SynthesizedJson.read(path), null)
                : of(InputFile.read(path), path.toString().endsWith(SynthesizedJson.ENDING));
    }

    /**
     * Reads a stream, such as standard input, to its end.
     *
     * @param name how messages call it
     * @throws UnreadableInput if it holds nothing that can be read
     */
    public static TerraformFile read(InputStream in, String name) throws UnreadableInput {
        return of(DocumentReader.read(in, name), false);
    }

    private static TerraformFile of(Document document, boolean isNamedSynthesized) throws UnreadableInput {
        if (isNamedSynthesized) {
            return new TerraformFile(Kind.SYNTHESIZED, SynthesizedJson.of(document), null);
        }
        Kinds.require(
                document,
                "a plan, a state or a configuration in JSON",
                Document.Kind.PLAN,
                Document.Kind.STATE,
                Document.Kind.RAW_STATE,
                Document.Kind.SYNTHESIZED);
        return switch (document.kind()) {
            case PLAN -> {
                Plan plan = PlanFile.of(document);
                yield new TerraformFile(Kind.PLAN, plan.after(), plan);
            }
            case SYNTHESIZED -> new TerraformFile(Kind.SYNTHESIZED, SynthesizedJson.of(document), null);
            default -> new TerraformFile(Kind.STATE, StateFile.of(document), null);
        };
    }
}
