package dev.alb.cli;

import dev.alb.site.SiteText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Site files in a folder, and what was made of them. */
final class Sites {
    private Sites() {}

    /** Writes the smallest site with changes. */
    static Path write(Path file, String changes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, SiteText.with(changes));
    }

    /** Every file of an output by its path, without what a run needs for itself. */
    static Map<String, String> output(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith(".alb"))
                    .forEach(file ->
                            contents.put(folder.relativize(file).toString().replace('\\', '/'), content(file)));
        }
        return contents;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
