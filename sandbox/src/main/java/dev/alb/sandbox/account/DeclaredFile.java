package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what the account file declared when it was read last, so that a later reading knows what is new in it. */
final class DeclaredFile {
    private static final String FIX = "Delete the file: then all declared objects are put in once more.";

    private final Path file;

    DeclaredFile(Path folder) {
        file = folder.resolve("declared.json");
    }

    Declared read() throws IOException {
        Map<ObjectKey, String> fingerprints = new TreeMap<>();
        if (Files.exists(file)) {
            JsonText.parse(file.toString(), Files.readString(file), FIX)
                    .path("objects")
                    .forEach(json -> {
                        ObjectKey key = new ObjectKey(
                                json.path("type").asText(),
                                json.path("region").asText(),
                                json.path("id").asText());
                        fingerprints.put(key, json.path("fingerprint").asText());
                    });
        }
        return new Declared(fingerprints);
    }

    void write(Declared declared) throws IOException {
        ObjectNode json = JsonText.object();
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
