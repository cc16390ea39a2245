package dev.alb.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository that has everything the user's one has, except for this project, which it holds itself.
 *
 * <p>What the user's repository has is linked to, not copied. Maven installs this project into the upper layer alone; what it
 * has to download for that, plugins that nothing else has asked for yet, the user's repository keeps.
 */
final class LayeredRepository {
    private final Path folder;

    private LayeredRepository(Path folder) {
        this.folder = folder;
    }

    static LayeredRepository above(Path users, Path folder) throws IOException {
        linkAllBut("dev", users, folder);
        linkAllBut("alb", users.resolve("dev"), folder.resolve("dev"));
        Files.createDirectory(folder.resolve("dev").resolve("alb"));
        return new LayeredRepository(folder);
    }

    private static void linkAllBut(String own, Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path entry : entries(from)) {
            if (!entry.getFileName().toString().equals(own)) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** Takes the links away, before anybody deletes the folder with all that is in it. */
    void unlink() throws IOException {
        for (Path level : List.of(folder, folder.resolve("dev"))) {
            for (Path entry : entries(level)) {
                if (Files.isSymbolicLink(entry)) {
                    Files.delete(entry);
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    Path pom(String groupId, String artifactId, String version) throws IOException {
        Path versionFolder =
                folder.resolve(groupId.replace('.', '/')).resolve(artifactId).resolve(version);
        return entries(versionFolder).stream()
                .filter(file -> file.toString().endsWith(".pom"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no pom in " + versionFolder));
    }
}
