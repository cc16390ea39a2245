package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.Kind;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Locale;

/**
 * A block within a block: how often it may stand there, and what it consists of.
 *
 * @param type the type of all blocks of this name together
 * @param mayForceReplacement whether a change of anything in it may force a replacement
 */
public record NestedBlock(
        String name, Nesting nesting, Block block, JsonNode facts, CtyType type, boolean mayForceReplacement) {

    /** How often a block may stand there. */
    public enum Nesting {
        SINGLE,
        LIST,
        SET
    }

    static NestedBlock of(String name, JsonNode facts, Block block) {
        Nesting nesting = Nesting.valueOf(facts.get("nesting").asText().toUpperCase(Locale.ROOT));
        return new NestedBlock(name, nesting, block, facts, type(nesting, block), mayForceReplacement(facts, block));
    }

    private static CtyType type(Nesting nesting, Block block) {
        return switch (nesting) {
            case SINGLE -> block.type();
            case LIST -> new CollectionOf(Kind.LIST, block.type());
            case SET -> new CollectionOf(Kind.SET, block.type());
        };
    }

    /** No block of this name: an empty list or set. */
    public Value none() {
        return switch (nesting) {
            case SINGLE -> Value.Absent.NULL;
            case LIST -> new Value.Sequence(List.of());
            case SET -> new Value.SetOf(List.of());
        };
    }

    private static boolean mayForceReplacement(JsonNode facts, Block block) {
        return facts.path("force_new").asBoolean()
                || block.attributes().values().stream().anyMatch(Attribute::forcesReplacement)
                || block.blocks().values().stream().anyMatch(NestedBlock::mayForceReplacement);
    }
}
