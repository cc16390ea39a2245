package dev.alb.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.Answers;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Describes an object that is taken for existing, whenever somebody reads it.
 *
 * <p>What was said of it stays; what AWS computes is answered as for a new object; what somebody must have given when it
 * was made stands under {@code assumed} in {@code aws-answers/}. The account keeps only what was said, so that a guess, such
 * as the zone of a subnet, refuses no call.
 */
record Assumption(ResourceType type, Caller caller, Transaction aws) {

    /** The object with all of its attributes; the same for the same words. */
    AwsObject of(Map<String, Value> said) {
        Value.Mapping open = open(new Value.Mapping(said));
        Value.Mapping related = Follows.complete(type, open, aws);
        Value.Mapping answered = Answers.complete(withGuesses(), caller, related, 0);
        Value.Mapping kept = new Value.Mapping(said).with("id", answered.get("id"));
        aws.put(new AwsObject(type.name(), aws.region(), kept, Origin.ASSUMED));
        return new AwsObject(type.name(), aws.region(), answered, Origin.ASSUMED);
    }

    /** Whether of an object that is taken for existing no more is kept than was said. */
    boolean isOpen(AwsObject object) {
        boolean complete = object.attributes()
                .entries()
                .keySet()
                .containsAll(type.block().attributes().keySet());
        return object.origin() == Origin.ASSUMED && !complete;
    }

    private Value.Mapping open(Value.Mapping said) {
        Map<String, Value> open = new LinkedHashMap<>();
        Block block = type.block();
        for (Attribute attribute : block.attributes().values()) {
            open.put(attribute.name(), open(attribute, said.get(attribute.name())));
        }
        for (NestedBlock nested : block.blocks().values()) {
            Value value = said.get(nested.name());
            open.put(nested.name(), value.isNull() ? nested.none() : value);
        }
        return tagged(new Value.Mapping(open), said);
    }

    private Value open(Attribute attribute, Value said) {
        if (!said.isNull()) {
            return said;
        }
        boolean answered = attribute.computed() || guesses().has(attribute.name());
        return answered ? Value.Absent.UNKNOWN : attribute.defaultValue();
    }

    private Value.Mapping tagged(Value.Mapping object, Value.Mapping said) {
        Value tags = said.get("tags").isNull() ? Value.emptyMap() : said.get("tags");
        return type.block().attributes().containsKey("tags_all") ? object.with("tags_all", tags) : object;
    }

    private ResourceType withGuesses() {
        ObjectNode answers =
                type.answers().isObject() ? type.answers().deepCopy() : JsonNodeFactory.instance.objectNode();
        guesses().properties().forEach(guess -> answers.set(guess.getKey(), guess.getValue()));
        return new ResourceType(type.name(), type.block(), type.legacy(), answers);
    }

    private JsonNode guesses() {
        return type.answers().path("assumed");
    }
}
