package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The resources of a state as {@code terraform show -json} writes it, and a plan its prior state. */
final class ShownResources {
    private final Document document;
    private final List<Resource> resources = new ArrayList<>();

    private ShownResources(Document document) {
        this.document = document;
    }

    /**
     * All of them, without what unfinished replacements have left.
     *
     * @param where what the place is called
     * @param values {@code values} of the state
     */
    static List<Resource> of(Document document, String where, JsonNode values) throws UnreadableInput {
        ShownResources shown = new ShownResources(document);
        String root = where + ".root_module";
        shown.module(root, Shape.OBJECT.check(document, where, values).path("root_module"));
        return shown.resources;
    }

    private void module(String where, JsonNode json) throws UnreadableInput {
        JsonNode module = Shape.OBJECT.check(document, where, json);
        int index = 0;
        for (JsonNode resource : array(where + ".resources", module.path("resources"))) {
            resource(where + ".resources[" + index++ + "]", resource);
        }
        index = 0;
        for (JsonNode child : array(where + ".child_modules", module.path("child_modules"))) {
            module(where + ".child_modules[" + index++ + "]", child);
        }
    }

    private JsonNode array(String where, JsonNode json) throws UnreadableInput {
        return Shape.ARRAY.check(document, where, json);
    }

    private void resource(String where, JsonNode json) throws UnreadableInput {
        Shape.OBJECT.require(document, where, json);
        JsonNode address = Shape.TEXT.require(document, where + ".address", json.path("address"));
        JsonNode type = Shape.TEXT.require(document, where + ".type", json.path("type"));
        JsonNode values = Shape.OBJECT.check(document, where + ".values", json.path("values"));
        if (!json.hasNonNull("deposed_key")) {
            Value known = new Value(
                    values,
                    MissingNode.getInstance(),
                    Masks.sensitive(values, json.path("sensitive_values")),
                    Origin.NONE);
            resources.add(new Resource(address.asText(), type.asText(), isData(json), known));
        }
    }

    private static boolean isData(JsonNode json) {
        return json.path("mode").asText().equals("data");
    }
}
