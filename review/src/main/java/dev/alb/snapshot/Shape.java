package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;

/** What must stand at a place of a file. */
enum Shape {
    OBJECT("an object", JsonNodeType.OBJECT),
    ARRAY("an array", JsonNodeType.ARRAY),
    TEXT("a text", JsonNodeType.STRING),
    FLAG("true or false", JsonNodeType.BOOLEAN);

    private static final String DAMAGED = "Take the file as Terraform writes it, and write it anew if it was changed.";

    private final String words;
    private final JsonNodeType type;

    Shape(String words, JsonNodeType type) {
        this.words = words;
        this.type = type;
    }

    /**
     * The same node if it is of this shape, a missing node if it is null or missing.
     *
     * @param where the place in the file
     */
    JsonNode check(Document document, String where, JsonNode node) throws UnreadableInput {
        if (node.isNull() || node.isMissingNode()) {
            return MissingNode.getInstance();
        }
        if (node.getNodeType() != type) {
            throw document.unreadable(where + " must be " + words + ", got " + of(node), DAMAGED);
        }
        return node;
    }

    /** The same where nothing is not enough. */
    JsonNode require(Document document, String where, JsonNode node) throws UnreadableInput {
        if (node.isNull() || node.isMissingNode()) {
            throw document.unreadable(where + " must be " + words + ", got nothing", DAMAGED);
        }
        return check(document, where, node);
    }

    private static String of(JsonNode node) {
        for (Shape shape : values()) {
            if (shape.type == node.getNodeType()) {
                return shape.words;
            }
        }
        return "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
