package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Set;

/**
 * The top level of a file in JSON.
 *
 * @param name how the file is called in messages
 * @param fields what stands in it; a missing node for what nobody needs
 */
record Document(String name, Map<String, JsonNode> fields) {
    private static final Set<String> BLOCKS = Set.of(
            "//",
            "check",
            "data",
            "ephemeral",
            "import",
            "locals",
            "module",
            "moved",
            "output",
            "provider",
            "removed",
            "resource",
            "terraform",
            "variable");

    /** What kinds of files there are. */
    enum Kind {
        PLAN("the JSON of a plan"),
        STATE("the JSON of a state"),
        RAW_STATE("a state file"),
        SYNTHESIZED("a configuration in JSON"),
        LOG("the log of terraform plan -json"),
        OTHER("another JSON");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    JsonNode field(String field) {
        return fields.getOrDefault(field, MissingNode.getInstance());
    }

    Kind kind() {
        if (has("@level")) {
            return Kind.LOG;
        }
        if (has("format_version")) {
            return has("planned_values") || has("resource_changes") || has("configuration")
                    ? Kind.PLAN
                    : has("values") || fields.keySet().stream().allMatch(Document::isOfEmptyState)
                            ? Kind.STATE
                            : Kind.OTHER;
        }
        if (has("version") && (has("resources") || has("lineage"))) {
            return Kind.RAW_STATE;
        }
        return !fields.isEmpty() && BLOCKS.containsAll(fields.keySet()) ? Kind.SYNTHESIZED : Kind.OTHER;
    }

    private static boolean isOfEmptyState(String field) {
        return field.equals("format_version") || field.equals("terraform_version") || field.equals("checks");
    }

    /** What stands in a field, which must be an object if there is anything. */
    JsonNode object(String field) throws UnreadableInput {
        return Shape.OBJECT.check(this, field, field(field));
    }

    /** What stands in a field, which must be an array if there is anything. */
    JsonNode array(String field) throws UnreadableInput {
        return Shape.ARRAY.check(this, field, field(field));
    }

    /** A text; empty if there is none. */
    String text(String field) throws UnreadableInput {
        return Shape.TEXT.check(this, field, field(field)).asText("");
    }

    /** A truth value. */
    boolean flag(String field, boolean otherwise) throws UnreadableInput {
        return Shape.FLAG.check(this, field, field(field)).asBoolean(otherwise);
    }

    /** An error in this file: what must be where, and what to do. */
    UnreadableInput unreadable(String problem, String fix) {
        return new UnreadableInput(name + ": " + problem + "\n  " + fix);
    }
}
