package dev.alb.cli;

import dev.alb.sandbox.schema.AwsSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Types of AWS in somebody's Terraform files that the sandbox doesn't have.
 *
 * <p>Terraform itself refuses them by name, and can't know that it is the sandbox that lacks them. So this is a hint for after a
 * failure, made by looking for the beginnings of blocks; what no file says plainly isn't found.
 */
final class ForeignTypes {
    /** The modules of a folder, those below {@code .terraform/modules} too, stand no deeper. */
    private static final int DEPTH = 8;

    private static final long LARGEST_FILE = 1 << 20;
    private static final int MANY_FILES = 2_000;
    private static final Pattern BLOCK =
            Pattern.compile("^\\s*(resource|data)\\s+\"(aws_[a-z0-9_]+)\"", Pattern.MULTILINE);

    private ForeignTypes() {}

    /**
     * Them, as in {@code resource aws_ecs_cluster (main.tf:3)}; each once, where it is first.
     *
     * @param folder where Terraform works
     */
    static List<String> in(Path folder) {
        List<String> found = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Path file : files(folder)) {
            String text = text(file);
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                String type = block.group(1) + " " + block.group(2);
                if (!isHere(block.group(1), block.group(2)) && told.add(type)) {
                    long line = 1
                            + text.substring(0, block.start(1))
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                    found.add(type + " (" + folder.relativize(file) + ":" + line + ")");
                }
            }
        }
        return found;
    }

    private static boolean isHere(String kind, String type) {
        AwsSchema schema = AwsSchema.load();
        return (kind.equals("data") ? schema.dataSources() : schema.resources()).containsKey(type);
    }

    /** A folder that can't be read has nothing to tell. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.limit(MANY_FILES)
                    .filter(file -> file.toString().endsWith(".tf"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > LARGEST_FILE ? "" : Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
