package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads blocks, each once: the statements of a web ACL stand in each other some three hundred times. */
final class BlockReader {
    private final Map<JsonNode, Block> read = new IdentityHashMap<>();

    Block read(JsonNode json) {
        Block known = read.get(json);
        if (known == null) {
            known = parse(json);
            read.put(json, known);
        }
        return known;
    }

    private Block parse(JsonNode json) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        Map<String, NestedBlock> blocks = new LinkedHashMap<>();
        json.path("attributes").properties().forEach(entry -> {
            attributes.put(entry.getKey(), Attribute.parse(entry.getKey(), entry.getValue()));
        });
        json.path("blocks").properties().forEach(entry -> {
            Block block = read(entry.getValue().get("block"));
            blocks.put(entry.getKey(), NestedBlock.of(entry.getKey(), entry.getValue(), block));
        });
        return Block.of(attributes, blocks);
    }
}
