package dev.alb.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.serve.ServedListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Tells other programs, as long as a load balancer is served, where that is. */
final class ServeFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path file;

    /** The one of a stack. */
    ServeFile(Path folder, String stack) {
        this.folder = folder;
        this.file = folder.resolve(stack + ".json");
    }

    /** What a client has to trust; whoever serves keeps it there. */
    Path certificateAuthority() {
        return folder.resolve("ca.pem");
    }

    /** Writes where it is served, in one step. */
    void write(String loadBalancer, List<ServedListener> listeners, String api) {
        ObjectNode json =
                JSON.createObjectNode().put("pid", ProcessHandle.current().pid());
        ArrayNode all = json.putArray("listeners");
        listeners.forEach(listener -> all.addObject()
                .put("port", listener.port())
                .put("protocol", listener.protocol())
                .put("local_port", listener.local().getPort()));
        json.put(
                "certificate_authority", certificateAuthority().toAbsolutePath().toString());
        json.put("api", api);
        json.put("load_balancer", loadBalancer);
        write(file, json.toPrettyString() + "\n");
    }

    private static void write(Path to, String text) {
        try {
            Files.createDirectories(to.getParent());
            Path beside = Files.createTempFile(to.getParent(), "alb-", ".tmp");
            Files.writeString(beside, text);
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Failure.badInput("cannot write to " + to + ": " + Reason.of(e));
        }
    }

    /** Deletes it, unless it is somebody else's by now. */
    void delete() {
        try {
            if (Files.exists(file)
                    && JSON.readTree(file.toFile()).path("pid").asLong()
                            == ProcessHandle.current().pid()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // Whoever reads it looks whether the process is alive.
            return;
        }
    }
}
