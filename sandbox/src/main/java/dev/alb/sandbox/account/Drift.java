package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import dev.alb.sandbox.values.CanonicalJson;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes an object as somebody would who works with the console of AWS: nobody asks Terraform, and nothing is refused. */
final class Drift {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectTypes types;
    private final AwsObject object;
    private final ObjectNode attributes;
    private final List<Complaint> complaints = new ArrayList<>();

    private Drift(ObjectTypes types, AwsObject object) {
        this.types = types;
        this.object = object;
        this.attributes = (ObjectNode) CanonicalJson.of(object.attributes());
    }

    /** The object with other values at some paths, such as {@code idle_timeout} and {@code health_check.0.path}. */
    static AwsObject of(ObjectTypes types, AwsObject object, Map<String, ?> values) {
        Drift drift = new Drift(types, object);
        values.forEach((path, value) -> drift.set(path, JSON.valueToTree(value)));
        return drift.changed();
    }

    private void set(String path, JsonNode value) {
        int last = path.lastIndexOf('.');
        JsonNode parent = last < 0 ? attributes : at(path.substring(0, last));
        String name = path.substring(last + 1);
        if (parent instanceof ObjectNode entries && (last >= 0 || knows(name))) {
            entries.set(name, like(entries.path(name), value));
        } else if (parent instanceof ArrayNode elements && isIndex(name, elements)) {
            elements.set(Integer.parseInt(name), like(elements.path(Integer.parseInt(name)), value));
        } else {
            complain(path, "be the path of an attribute", '"' + path + '"');
        }
    }

    private JsonNode at(String path) {
        return attributes.at("/" + path.replace('.', '/'));
    }

    private boolean knows(String name) {
        return types.find(object.type())
                .map(type -> type.block().attributes().containsKey(name)
                        || type.block().blocks().containsKey(name))
                .orElse(true);
    }

    private static boolean isIndex(String name, ArrayNode elements) {
        return name.matches("\\d{1,6}") && Integer.parseInt(name) < elements.size();
    }

    /** Terraform takes 300 for "300", too; a command line has nothing but texts. */
    private static JsonNode like(JsonNode before, JsonNode value) {
        if (before.isTextual() && value.isValueNode() && !value.isNull()) {
            return JSON.getNodeFactory().textNode(value.asText());
        }
        boolean isNumber = value.isTextual() && value.asText().matches("-?\\d{1,9}");
        return before.isNumber() && isNumber ? JSON.getNodeFactory().numberNode(value.asInt()) : value;
    }

    private AwsObject changed() {
        types.complain(object.type(), attributes, object.type() + " " + object.id(), "", "", complaints);
        if (!complaints.isEmpty()) {
            throw new InvalidAccount(complaints.stream().map(Drift::withFix).toList());
        }
        Value.Mapping now = types.read(object.type(), attributes, object.origin() == AwsObject.Origin.ASSUMED);
        return object.with(withAllTags(now));
    }

    private static Complaint withFix(Complaint complaint) {
        return new Complaint(
                complaint.where(),
                complaint.rule(),
                complaint.got(),
                "Use Terraform's attributes; a path leads into blocks, such as health_check.0.path.");
    }

    /** To AWS there is one kind of tags: what is added or removed there is so in both of Terraform's attributes. */
    private Value.Mapping withAllTags(Value.Mapping now) {
        boolean tagged = now.get("tags_all") instanceof Value.Mapping
                && !now.get("tags").equals(object.attributes().get("tags"));
        if (!tagged) {
            return now;
        }
        Map<String, Value> all = new LinkedHashMap<>(entries(now.get("tags_all")));
        all.keySet().removeAll(entries(object.attributes().get("tags")).keySet());
        all.putAll(entries(now.get("tags")));
        return now.with("tags_all", new Value.Mapping(all));
    }

    private static Map<String, Value> entries(Value tags) {
        return tags instanceof Value.Mapping mapping ? mapping.entries() : Map.of();
    }

    private void complain(String path, String rule, String got) {
        complaints.add(new Complaint(object.type() + " " + object.id() + " " + path, rule, got, ""));
    }
}
