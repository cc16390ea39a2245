package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Blocks that stand in many places and are described once, under {@code blocks} at the top of a file; a block refers to
 * one by its name.
 */
final class SharedBlocks {
    private static final String BLOCK = "block";

    private final JsonNode shared;
    private final Set<String> resolved = new HashSet<>();

    private SharedBlocks(JsonNode shared) {
        this.shared = shared;
    }

    /** Puts the blocks of a file in the place of their names. */
    static void in(JsonNode file) {
        if (file.has("blocks")) {
            SharedBlocks blocks = new SharedBlocks(file.get("blocks"));
            file.path("resources").forEach(blocks::resolve);
            file.path("data_sources").forEach(blocks::resolve);
        }
    }

    private void resolve(JsonNode block) {
        block.path("blocks").forEach(nested -> {
            JsonNode inner = nested.get(BLOCK);
            if (!inner.isTextual()) {
                resolve(inner);
            } else {
                ((ObjectNode) nested).set(BLOCK, named(inner.asText()));
            }
        });
    }

    private JsonNode named(String name) {
        JsonNode block = shared.path(name);
        if (block.isMissingNode()) {
            throw new IllegalStateException("There is no shared block " + name);
        }
        if (resolved.add(name)) {
            resolve(block);
        }
        return block;
    }
}
