package dev.alb.cli;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT));

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
        Files.writeString(file, WRITER.writeValueAsString(stack) + "\n");
    }
}
