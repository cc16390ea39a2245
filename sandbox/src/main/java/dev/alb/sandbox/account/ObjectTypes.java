package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.JsonMismatch;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what people or this program wrote about objects, by their types. */
final class ObjectTypes {
    private final AwsSchema schema;
    private final Map<String, ObjectOf> types = new ConcurrentHashMap<>();

    ObjectTypes(AwsSchema schema) {
        this.schema = schema;
    }

    AwsSchema schema() {
        return schema;
    }

    Optional<ResourceType> find(String type) {
        return Optional.ofNullable(schema.resources().get(type));
    }

    /** Tells everything about some attributes that does not fit the type. */
    void complain(String type, JsonNode attributes, String where, String at, String fix, List<Complaint> complaints) {
        if (!attributes.isObject()) {
            complaints.add(new Complaint(where + " " + at, "be an object", attributes.toString(), fix));
            return;
        }
        if (find(type).isPresent()) {
            String prefix = where + " " + (at.isEmpty() ? "" : at + ".");
            JsonMismatch.of(attributes, typeOf(type))
                    .forEach(each -> complaints.add(
                            new Complaint(prefix + each.path(), each.rule(), each.got(), fix(type, each, fix))));
        }
    }

    private String fix(String type, JsonMismatch mismatch, String fix) {
        Set<String> names = typeOf(type).attributes().keySet();
        boolean isTopLevel = !mismatch.path().matches(".*[.\\[].*");
        return isTopLevel && !names.contains(mismatch.path()) ? Nearest.fix(mismatch.path(), names) : fix;
    }

    /**
     * The attributes in some JSON that fits.
     *
     * @param inPart whether the object is not to be completed: nobody knows more of it
     */
    Value.Mapping read(String type, JsonNode attributes, boolean inPart) {
        Optional<ResourceType> known = find(type);
        if (known.isEmpty()) {
            return (Value.Mapping) infer(attributes);
        }
        Map<String, CtyType> byName = typeOf(type).attributes();
        Map<String, Value> read = new LinkedHashMap<>();
        attributes
                .properties()
                .forEach(e -> read.put(e.getKey(), JsonValues.read(e.getValue(), byName.get(e.getKey()))));
        Value.Mapping mapping = new Value.Mapping(read);
        return inPart ? mapping : (Value.Mapping) known.get().block().complete(mapping);
    }

    private ObjectOf typeOf(String type) {
        return types.computeIfAbsent(
                type, name -> (ObjectOf) schema.resource(name).block().type());
    }

    /** An object that something refers to may be of a type that nobody can make here. */
    private static Value infer(JsonNode json) {
        if (json.isObject()) {
            Map<String, Value> entries = new LinkedHashMap<>();
            json.properties().forEach(e -> entries.put(e.getKey(), infer(e.getValue())));
            return new Value.Mapping(entries);
        }
        if (json.isArray()) {
            List<Value> elements = new ArrayList<>();
            json.forEach(element -> elements.add(infer(element)));
            return new Value.Sequence(elements);
        }
        CtyType type = json.isNumber()
                ? CtyType.Primitive.NUMBER
                : json.isBoolean() ? CtyType.Primitive.BOOL : CtyType.Primitive.STRING;
        return JsonValues.read(json, type);
    }
}
