package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.AccountChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes that are being written, in a file that is there as a whole or not at all.
 *
 * <p>Where a process ended in the middle, the next one finds the file and does it all again.
 */
final class Journal {
    private static final String FIX = "Delete the file: then what was being written is lost.";

    private final Path file;

    Journal(Path folder) {
        file = folder.resolve("journal.json");
    }

    /**
     * Changes that were begun.
     *
     * @param history how long the history was before
     */
    record Begun(long history, List<AccountChange> changes) {}

    boolean isOpen() {
        return Files.exists(file);
    }

    void begin(Begun begun) throws IOException {
        ObjectNode json = JsonText.object().put("history", begun.history());
        begun.changes().forEach(change -> json.withArray("changes").add(json(change)));
        PrivateFiles.write(file, json.toString());
    }

    Begun read(ObjectTypes types) throws IOException {
        ObjectNode json = JsonText.parse(file.toString(), Files.readString(file), FIX);
        List<AccountChange> changes = new ArrayList<>();
        json.path("changes").forEach(change -> changes.add(read(change, types)));
        return new Begun(json.path("history").asLong(), changes);
    }

    void end() throws IOException {
        Files.deleteIfExists(file);
    }

    private static ObjectNode json(AccountChange change) {
        ObjectKey key = change.key();
        AwsObject object = change.object();
        ObjectNode json = JsonText.object().put("kind", change.kind().word());
        return object == null
                ? json.put("type", key.type()).put("region", key.region()).put("id", key.id())
                : json.set("object", ObjectFile.json(object));
    }

    private AccountChange read(JsonNode json, ObjectTypes types) {
        Kind kind = Kind.of(json.path("kind").asText());
        return kind == Kind.PUT
                ? AccountChange.put(
                        ObjectFile.read(file.toString(), json.path("object").toString(), types))
                : new AccountChange(
                        kind,
                        new ObjectKey(
                                json.path("type").asText(),
                                json.path("region").asText(),
                                json.path("id").asText()),
                        null);
    }
}
