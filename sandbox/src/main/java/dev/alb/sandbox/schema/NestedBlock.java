package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.Kind;
import java.util.Locale;

/** A block within a block: how often it may stand there, and what it consists of. */
public record NestedBlock(String name, Nesting nesting, Block block, JsonNode facts) {

    /** How often a block may stand there. */
    public enum Nesting {
        SINGLE,
        LIST,
        SET
    }

    public static NestedBlock parse(String name, JsonNode facts) {
        Nesting nesting = Nesting.valueOf(facts.get("nesting").asText().toUpperCase(Locale.ROOT));
        return new NestedBlock(name, nesting, Block.parse(facts.get("block")), facts);
    }

    public CtyType type() {
        return switch (nesting) {
            case SINGLE -> block.type();
            case LIST -> new CollectionOf(Kind.LIST, block.type());
            case SET -> new CollectionOf(Kind.SET, block.type());
        };
    }

    /** Whether a change of anything in it may force a replacement. */
    public boolean mayForceReplacement() {
        return facts.path("force_new").asBoolean()
                || block.attributes().values().stream().anyMatch(Attribute::forcesReplacement)
                || block.blocks().values().stream().anyMatch(NestedBlock::mayForceReplacement);
    }
}
