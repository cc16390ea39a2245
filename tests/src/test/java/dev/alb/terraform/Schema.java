package dev.alb.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeSet;

/** The arguments that the AWS provider knows, from an extract of its own schema. */
final class Schema {
    private static final JsonNode ALL = read();

    private Schema() {}

    /** The paths of everything that can be set on a type of resource, blocks included: {@code health_check.path}. */
    static TreeSet<String> argumentsOf(String resourceType) {
        JsonNode block = ALL.path("resources").path(resourceType);
        if (block.isMissingNode()) {
            throw new AssertionError("The extract of the schema has no " + resourceType);
        }
        TreeSet<String> paths = new TreeSet<>();
        collect(block, "", paths);
        return paths;
    }

    private static void collect(JsonNode block, String prefix, TreeSet<String> paths) {
        block.path("attributes")
                .propertyStream()
                .filter(Schema::isSettable)
                .forEach(a -> paths.add(prefix + a.getKey()));
        block.path("blocks").propertyStream().forEach(nested -> {
            paths.add(prefix + nested.getKey());
            collect(nested.getValue().path("block"), prefix + nested.getKey() + ".", paths);
        });
    }

    private static boolean isSettable(Map.Entry<String, JsonNode> attribute) {
        return attribute.getValue().has("required") || attribute.getValue().has("optional");
    }

    private static JsonNode read() {
        try (InputStream in = Schema.class.getResourceAsStream("/dev/alb/sandbox/aws-schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
