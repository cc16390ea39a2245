package dev.alb.cli;

import dev.alb.snapshot.Snapshot;
import dev.alb.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stack whose load balancer is served.
 *
 * @param name by which it is known
 * @param file where it is read from: a file, or a folder with synthesized JSON; none for standard input, which is read once
 * @param topology what stands in it at the beginning
 * @param reader reads it again
 */
record ServedStack(String name, Optional<Path> file, Topology topology, Reader reader) {
    /** Reads a stack. */
    @FunctionalInterface
    interface Reader {
        /**
         * What is there now.
         *
         * @throws Failure if it can't be read
         */
        Snapshot read();
    }

    /** A stack, which is read at once. */
    static ServedStack of(String name, Optional<Path> file, Reader reader) {
        return new ServedStack(name, file, Topology.of(reader.read()), reader);
    }

    /** What stands in it now. */
    Topology again() {
        return Topology.of(reader.read());
    }

    /** Whether Terraform is at work on it, so that what is there now is half of it. */
    boolean isBeingChanged() {
        return file.filter(one -> Files.exists(one.resolveSibling("." + one.getFileName() + ".lock.info")))
                .isPresent();
    }

    /** Something that is another one after somebody has written to it. */
    String stamp() {
        return file.map(ServedStack::stampOf).orElse("");
    }

    private static String stampOf(Path path) {
        if (!Files.isDirectory(path)) {
            return stampOfFile(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> json = files.filter(one -> one.toString().endsWith(".tf.json"))
                    .sorted()
                    .toList();
            return json.stream().map(ServedStack::stampOfFile).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "";
        }
    }

    private static String stampOfFile(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "";
        }
    }
}
