package dev.alb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that nobody else can look into, which is gone when it is closed. */
final class PrivateFolder implements AutoCloseable {
    private final Path path;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    static PrivateFolder make() {
        try {
            // Java makes it for its owner alone.
            return new PrivateFolder(Files.createTempDirectory("alb-"));
        } catch (IOException e) {
            throw Failure.tool("cannot make a folder for temporary files: " + Reason.of(e));
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Failure.tool(path + " can't be deleted, and may hold secrets; delete it: " + Reason.of(e));
        }
    }
}
