package dev.alb.snapshot;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads a state: as {@code terraform show -json} writes it, or the state file itself ({@code terraform.tfstate}, version 4).
 *
 * <p>What an unfinished replacement has left behind is left out. A state that holds nothing is an empty snapshot.
 */
public final class StateFile {
    private static final int VERSION = 4;

    private StateFile() {}

    /**
     * The resources in a file.
     *
     * @throws UnreadableInput if it is no state
     */
    public static Snapshot read(Path file) throws UnreadableInput {
        return of(InputFile.read(file));
    }

    /**
     * The resources in a stream.
     *
     * @param name how messages call it
     * @throws UnreadableInput if it is no state
     */
    public static Snapshot read(InputStream in, String name) throws UnreadableInput {
        return of(DocumentReader.read(in, name));
    }

    static Snapshot of(Document document) throws UnreadableInput {
        Kinds.require(document, "a state", Document.Kind.STATE, Document.Kind.RAW_STATE);
        if (document.kind() == Document.Kind.STATE) {
            FormatVersion.check(document);
            return new Snapshot(ShownResources.of(document, "values", document.object("values")));
        }
        if (document.field("version").asInt() != VERSION) {
            throw document.unreadable(
                    "version must be 4, got " + document.field("version"),
                    "Let Terraform 0.12 or newer write the state, or run: terraform show -json > state.json");
        }
        return new Snapshot(StoredResources.of(document));
    }
}
