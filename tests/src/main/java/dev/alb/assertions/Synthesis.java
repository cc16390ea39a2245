package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.constructs.IConstruct;

/**
 * Synthesizes the whole app of a stack, as {@code app.synth()} does.
 *
 * <p>CDKTF's {@code Testing.synth} prepares one stack only: what other stacks refer to in it would be missing.
 */
final class Synthesis {
    private static final String MANIFEST = "manifest.json";

    private Synthesis() {}

    /** The JSON of every stack, by the path of the stack in the tree. */
    static Map<String, JsonNode> of(TerraformStack stack) {
        IConstruct root = stack.getNode().getRoot();
        if (root instanceof App app) {
            return ofApp(app);
        }
        return Map.of(stack.getNode().getPath(), Json.parse(Testing.synth(stack, true)));
    }

    private static Map<String, JsonNode> ofApp(App app) {
        Path folder = Path.of(app.getOutdir()).toAbsolutePath();
        boolean wasSynthesized = Files.exists(folder.resolve(MANIFEST));
        try {
            app.synth();
            return read(folder);
        } finally {
            if (!wasSynthesized) {
                empty(folder);
            }
        }
    }

    /** All stacks of a folder that CDKTF wrote. */
    static Map<String, JsonNode> read(Path folder) {
        Map<String, JsonNode> stacks = new LinkedHashMap<>();
        JsonNode manifest = Json.parse(text(folder.resolve(MANIFEST)));
        for (JsonNode stack : manifest.path("stacks")) {
            Path file = folder.resolve(stack.path("synthesizedStackPath").asText());
            stacks.put(stack.path("constructPath").asText(), Json.parse(text(file)));
        }
        return stacks;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Leaves the two folders that an app makes when it is constructed, and that it needs for its next synthesis. */
    private static void empty(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder) && !file.equals(folder.resolve("stacks")))
                    .toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be emptied", e);
        }
    }
}
