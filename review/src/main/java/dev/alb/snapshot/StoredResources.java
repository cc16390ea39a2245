package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The resources of a state file of version 4. */
final class StoredResources {
    private final Document document;
    private final List<Resource> resources = new ArrayList<>();

    private StoredResources(Document document) {
        this.document = document;
    }

    static List<Resource> of(Document document) throws UnreadableInput {
        StoredResources stored = new StoredResources(document);
        int index = 0;
        for (JsonNode resource : document.array("resources")) {
            stored.resource("resources[" + index++ + "]", resource);
        }
        return stored.resources;
    }

    private void resource(String where, JsonNode json) throws UnreadableInput {
        Shape.OBJECT.require(document, where, json);
        String type =
                Shape.TEXT.require(document, where + ".type", json.path("type")).asText();
        String name =
                Shape.TEXT.require(document, where + ".name", json.path("name")).asText();
        boolean isData = json.path("mode").asText().equals("data");
        String module = json.path("module").asText("");
        String base = (module.isEmpty() ? "" : module + ".") + (isData ? "data." : "") + type + "." + name;
        int index = 0;
        for (JsonNode instance : Shape.ARRAY.check(document, where + ".instances", json.path("instances"))) {
            String place = where + ".instances[" + index++ + "]";
            Shape.OBJECT.require(document, place, instance);
            JsonNode values = Shape.OBJECT.check(document, place + ".attributes", instance.path("attributes"));
            if (!instance.hasNonNull("deposed")) {
                String key = instance.hasNonNull("index_key") ? "[" + instance.path("index_key") + "]" : "";
                resources.add(new Resource(base + key, type, isData, value(values, instance)));
            }
        }
    }

    private static Value value(JsonNode values, JsonNode instance) {
        JsonNode mask = Masks.sensitive(values, SensitivePaths.mask(values, instance.path("sensitive_attributes")));
        return new Value(values, MissingNode.getInstance(), mask, Origin.NONE);
    }
}
