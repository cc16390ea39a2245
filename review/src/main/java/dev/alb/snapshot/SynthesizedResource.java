package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** The values of one resource of a configuration in JSON, as far as they are known before Terraform runs. */
final class SynthesizedResource {
    private static final Set<String> META = Set.of(
            "//", "provider", "lifecycle", "depends_on", "count", "for_each", "provisioner", "connection", "dynamic");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SynthesizedScope scope;

    private SynthesizedResource(SynthesizedScope scope) {
        this.scope = scope;
    }

    /** The values of a resource. */
    static Value values(JsonNode body, SynthesizedScope scope) {
        SynthesizedResource resource = new SynthesizedResource(scope);
        ObjectNode arguments = NODES.objectNode();
        body.properties().stream()
                .filter(argument -> !META.contains(argument.getKey()))
                .forEach(argument -> arguments.set(argument.getKey(), argument.getValue()));
        JsonNode known = resource.known(arguments);
        JsonNode unknown = withDynamic(resource.unknown(arguments), body.path("dynamic"));
        return new Value(
                known,
                Masks.compact(unknown),
                Masks.sensitive(known, MissingNode.getInstance()),
                new SynthesizedOrigin(arguments, scope));
    }

    /** How many blocks a dynamic one makes is not known, nor is what stands in them. */
    private static JsonNode withDynamic(JsonNode unknown, JsonNode dynamic) {
        ObjectNode mask = unknown.isObject() ? (ObjectNode) unknown : NODES.objectNode();
        for (JsonNode blocks : dynamic.isArray() ? dynamic : NODES.arrayNode().add(dynamic)) {
            blocks.fieldNames().forEachRemaining(name -> mask.set(name, BooleanNode.TRUE));
        }
        return mask;
    }

    private JsonNode known(JsonNode written) {
        if (written.isObject()) {
            ObjectNode known = NODES.objectNode();
            written.properties().forEach(part -> put(known, part.getKey(), known(part.getValue())));
            return known;
        }
        if (written.isArray()) {
            ArrayNode known = NODES.arrayNode();
            written.forEach(part -> known.add(isUnknown(part) ? NODES.nullNode() : known(part)));
            return known;
        }
        return written.isTextual() && !written.asText().isEmpty() ? scope.value(written.asText()) : written;
    }

    private JsonNode unknown(JsonNode written) {
        if (written.isObject()) {
            ObjectNode mask = NODES.objectNode();
            for (Map.Entry<String, JsonNode> part : written.properties()) {
                put(mask, part.getKey(), unknown(part.getValue()));
            }
            return withDynamic(mask, written.path("dynamic"));
        }
        if (written.isArray()) {
            ArrayNode mask = NODES.arrayNode();
            written.forEach(part -> mask.add(unknown(part)));
            return mask;
        }
        return BooleanNode.valueOf(isUnknown(written));
    }

    private boolean isUnknown(JsonNode written) {
        return written.isTextual()
                && !written.asText().isEmpty()
                && scope.value(written.asText()).isMissingNode();
    }

    private static void put(ObjectNode known, String name, JsonNode part) {
        if (!part.isMissingNode()) {
            known.set(name, part);
        }
    }
}
