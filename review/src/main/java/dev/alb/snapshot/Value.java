package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A value of a resource as far as it is known: a text, a number, a list, a block.
 *
 * <p>Nothing here fails: what is missing, null or of another kind than asked for is empty, and what Terraform learns only in
 * the apply is {@link #isUnknown() unknown}.
 */
public final class Value {
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final JsonNode json;
    private final JsonNode unknown;
    private final JsonNode sensitive;
    private final Origin origin;

    /**
     * A value out of what Terraform writes about it.
     *
     * @param json what is known of it
     * @param unknown {@code true} where it is not known, in the value's own structure
     * @param sensitive {@code true} where it must not be shown, in the value's own structure
     * @param origin what the configuration says of it
     */
    public Value(JsonNode json, JsonNode unknown, JsonNode sensitive, Origin origin) {
        this.json = json;
        this.unknown = unknown;
        this.sensitive = sensitive;
        this.origin = origin;
    }

    /** A value all of which is known. */
    public static Value known(JsonNode json) {
        return new Value(json, NOTHING, NOTHING, Origin.NONE);
    }

    /** No value. */
    public static Value absent() {
        return known(NOTHING);
    }

    /** What is known of it, as JSON; it may hold secrets, see {@link #isSensitive()}. */
    public JsonNode json() {
        return json;
    }

    /** Whether it is known only after the apply. */
    public boolean isUnknown() {
        return unknown.isBoolean() && unknown.booleanValue();
    }

    /** Whether it, or a part of it, is known only after the apply. */
    public boolean isPartlyUnknown() {
        return holdsTrue(unknown);
    }

    /** Whether it must not be shown, as a whole or in parts. */
    public boolean isSensitive() {
        return holdsTrue(sensitive);
    }

    private static boolean holdsTrue(JsonNode mask) {
        if (mask.isContainerNode()) {
            for (JsonNode part : mask) {
                if (holdsTrue(part)) {
                    return true;
                }
            }
        }
        return mask.isBoolean() && mask.booleanValue();
    }

    /** Whether it is known that there is nothing: no value, null, or an empty list of blocks. */
    public boolean isAbsent() {
        return !isUnknown() && (json.isMissingNode() || json.isNull() || json.isArray() && json.isEmpty());
    }

    /** The text, the number or the truth value, as a text; empty if it is none of these or unknown. */
    public Optional<String> text() {
        return !isUnknown() && json.isValueNode() && !json.isNull() ? Optional.of(json.asText()) : Optional.empty();
    }

    /** The text, or another one where there is none. */
    public String text(String otherwise) {
        return text().orElse(otherwise);
    }

    /** The whole number, which may be written as a text, as some attributes of AWS are. */
    public OptionalInt number() {
        return text().map(String::strip)
                .filter(text -> text.matches("-?[0-9]{1,9}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    /** The truth value, which may be written as a text. */
    public Optional<Boolean> flag() {
        return text().filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    /** The attribute or block of a name. */
    public Value at(String name) {
        JsonNode child = json.path(name);
        return new Value(
                child, part(unknown, unknown.path(name)), part(sensitive, sensitive.path(name)), origin.at(name));
    }

    /** The only block of a name, which may stand in a list of one; an absent value if there is none. */
    public Value block(String name) {
        List<Value> blocks = at(name).items();
        return blocks.isEmpty() ? at(name) : blocks.get(0);
    }

    /** The elements of a list or set; a block that stands alone is a list of itself. */
    public List<Value> items() {
        if (json.isObject()) {
            return List.of(this);
        }
        List<Value> items = new ArrayList<>();
        List<Origin> origins = origin.ofItems(json);
        for (int i = 0; i < json.size(); i++) {
            items.add(new Value(
                    json.path(i), part(unknown, unknown.path(i)), part(sensitive, sensitive.path(i)), origins.get(i)));
        }
        return items;
    }

    /** The known texts of a list or set; {@link #isPartlyUnknown()} tells whether these are all. */
    public List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** The addresses of what it refers to by the configuration; empty where that says nothing that can be told for certain. */
    public List<String> references() {
        return origin.references();
    }

    /** Whether the configuration leaves open to which resources it refers; what comes from outside refers to none. */
    public boolean isInDoubt() {
        return isUnknown() && origin.isInDoubt();
    }

    /** A mask that is true for the whole is true for each part. */
    private static JsonNode part(JsonNode whole, JsonNode part) {
        return whole.isBoolean() ? whole : part;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value value && json.equals(value.json) && unknown.equals(value.unknown);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The value as a reviewer may see it. */
    @Override
    public String toString() {
        if (isUnknown()) {
            return "(known after apply)";
        }
        return isSensitive() ? "(sensitive)" : json.isMissingNode() ? "nothing" : json.toString();
    }
}
