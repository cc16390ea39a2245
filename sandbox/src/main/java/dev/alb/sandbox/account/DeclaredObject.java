package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.account.AccountFile.Declaration;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.Value;
import java.util.List;

/** One object as an account file describes it. */
final class DeclaredObject {
    private static final String FIX = "Correct it, or leave it out: then it is made up.";

    private final ObjectTypes types;
    private final ResourceType type;
    private final JsonNode json;

    DeclaredObject(ObjectTypes types, String type, JsonNode json) {
        this.types = types;
        this.type = types.schema().resource(type);
        this.json = json;
    }

    /** Tells what is wrong in the description. */
    void complain(String where, String at, List<Complaint> complaints) {
        int before = complaints.size();
        types.complain(type.name(), json, where, at, FIX, complaints);
        if (complaints.size() == before) {
            Value.Mapping given = types.read(type.name(), json, true);
            type.block().attributes().values().forEach(a -> complain(a, given, where + " " + at, complaints));
        }
    }

    private static void complain(Attribute attribute, Value.Mapping given, String at, List<Complaint> complaints) {
        Value value = given.get(attribute.name());
        String broken = attribute.rules().brokenBy(value);
        if (broken != null && value.elements().isEmpty()) {
            complaints.add(new Complaint(at + "." + attribute.name(), broken, '"' + value.text() + '"', FIX));
        }
    }

    /** The object with all that is not said of it. */
    Declaration complete(Caller caller) {
        Value.Mapping given = types.read(type.name(), json, true);
        Value.Mapping known = type.block().attributes().containsKey("region")
                        && given.get("region").isNull()
                ? given.with("region", Value.text(caller.region()))
                : given;
        Value open = type.block().map(known, DeclaredObject::open);
        Value.Mapping tagged = type.block().attributes().containsKey("tags_all")
                ? ((Value.Mapping) open).with("tags_all", caller.allTags(given.get("tags")))
                : (Value.Mapping) open;
        Value.Mapping object = Answers.complete(type, caller, tagged, 0);
        String region = known.get("region").isNull()
                ? caller.region()
                : known.get("region").text();
        return new Declaration(
                new AwsObject(type.name(), region, object, Origin.DECLARED),
                Fingerprint.of(caller.accountId(), region, json));
    }

    private static Value open(Attribute attribute, Value.Mapping block) {
        Value value = block.get(attribute.name());
        Value fallback = value.isNull() ? attribute.defaultValue() : value;
        return fallback.isNull() && attribute.computed() ? Value.Absent.UNKNOWN : fallback;
    }
}
