package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers what the account file declared when it was read last, so that a later reading knows what is new in it. */
final class DeclaredFile {
    private static final String FIX = "Delete the file: then all declared objects are put in once more.";
    private static final String SOURCE = "account_file";

    private final Path file;

    DeclaredFile(Path folder) {
        file = folder.resolve("declared.json");
    }

    Declared read() throws IOException {
        if (!Files.exists(file)) {
            return Declared.nothing();
        }
        JsonNode json = JsonText.parse(file.toString(), Files.readString(file), FIX);
        Map<ObjectKey, String> fingerprints = new TreeMap<>();
        json.path("objects")
                .forEach(each ->
                        fingerprints.put(key(each), each.path("fingerprint").asText()));
        Optional<String> source =
                json.has(SOURCE) ? Optional.of(json.path(SOURCE).asText()) : Optional.empty();
        return new Declared(source, fingerprints);
    }

    private static ObjectKey key(JsonNode json) {
        return new ObjectKey(
                json.path("type").asText(),
                json.path("region").asText(),
                json.path("id").asText());
    }

    void write(Declared declared) throws IOException {
        ObjectNode json = JsonText.object();
        declared.file().ifPresent(source -> json.put(SOURCE, source));
        json.putArray("objects");
        declared.fingerprints()
                .forEach((key, fingerprint) -> json.withArray("objects")
                        .addObject()
                        .put("type", key.type())
                        .put("region", key.region())
                        .put("id", key.id())
                        .put("fingerprint", fingerprint));
        PrivateFiles.write(file, JsonText.lines(json));
    }
}
