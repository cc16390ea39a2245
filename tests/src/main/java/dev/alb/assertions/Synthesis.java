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
 * <p>CDKTF's {@code Testing.synth} knows one stack only: it finds no references from other stacks and runs no aspect that
 * stands on the app.
 */
final class Synthesis {
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
        boolean disposable = !Files.exists(folder) || folder.startsWith(System.getProperty("java.io.tmpdir"));
        try {
            app.synth();
            return read(folder);
        } finally {
            if (disposable) {
                delete(folder);
            }
        }
    }

    /** All stacks of a folder that CDKTF wrote. */
    static Map<String, JsonNode> read(Path folder) {
        Map<String, JsonNode> stacks = new LinkedHashMap<>();
        JsonNode manifest = Json.parse(text(folder.resolve("manifest.json")));
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

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted", e);
        }
    }
}
