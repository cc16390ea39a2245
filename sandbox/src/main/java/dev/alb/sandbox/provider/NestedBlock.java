package dev.alb.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.provider.CtyType.CollectionOf;
import dev.alb.sandbox.provider.CtyType.Kind;
import java.util.Locale;

/** A block within a block: how often it may stand there, and what it consists of. */
record NestedBlock(String name, Nesting nesting, Block block, JsonNode facts) {

    /** How often a block may stand there. */
    enum Nesting {
        SINGLE,
        LIST,
        SET
    }

    static NestedBlock parse(String name, JsonNode facts) {
        Nesting nesting = Nesting.valueOf(facts.get("nesting").asText().toUpperCase(Locale.ROOT));
        return new NestedBlock(name, nesting, Block.parse(facts.get("block")), facts);
    }

    CtyType type() {
        return switch (nesting) {
            case SINGLE -> block.type();
            case LIST -> new CollectionOf(Kind.LIST, block.type());
            case SET -> new CollectionOf(Kind.SET, block.type());
        };
    }

    /** Whether a change of anything in it may force a replacement. */
    boolean mayForceReplacement() {
        return facts.path("force_new").asBoolean()
                || block.attributes().values().stream().anyMatch(Attribute::forcesReplacement)
                || block.blocks().values().stream().anyMatch(NestedBlock::mayForceReplacement);
    }
}
