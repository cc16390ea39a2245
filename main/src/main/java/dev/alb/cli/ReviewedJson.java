package dev.alb.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.snapshot.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Takes out of the JSON what a reviewer would only have to skip.
 *
 * <p>CDKTF writes at each resource where its construct is. Directly below a stack, the address says that already.
 */
final class ReviewedJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReviewedJson() {}

    /** Rewrites the stacks of an output. */
    static void rewrite(Path output) {
        try (Stream<Path> stacks = Files.list(output.resolve("stacks"))) {
            for (Path stack : stacks.toList()) {
                rewriteStack(stack.resolve("cdk.tf.json"));
            }
        } catch (IOException e) {
            throw Failure.tool("cannot write to " + output + ": " + Reason.of(e));
        }
    }

    private static void rewriteStack(Path file) throws IOException {
        JsonNode stack = JSON.readTree(file.toFile());
        for (String block : new String[] {"resource", "data"}) {
            stack.path(block).forEach(type -> type.forEach(resource -> ((ObjectNode) resource).remove("//")));
        }
        Files.writeString(file, JsonText.write(stack));
    }
}
