package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Masks in the structure of a value: {@code true} where something holds, and nothing where it does not. */
final class Masks {
    private static final Set<String> SECRETS =
            Set.of("auth_token", "client_secret", "password", "private_key", "secret_key", "secret_string");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private Masks() {}

    /** The same mask without all that is not true. */
    static JsonNode compact(JsonNode mask) {
        if (mask.isObject()) {
            ObjectNode kept = NODES.objectNode();
            mask.properties().forEach(part -> put(kept, part.getKey(), compact(part.getValue())));
            return kept.isEmpty() ? NOTHING : kept;
        }
        if (mask.isArray()) {
            ArrayNode kept = NODES.arrayNode();
            mask.forEach(part -> kept.add(inArray(compact(part))));
            return holdsAny(kept) ? kept : NOTHING;
        }
        return mask.isBoolean() && mask.booleanValue() ? BooleanNode.TRUE : NOTHING;
    }

    /**
     * A mask for what must not be shown: what Terraform says, and what is known for a secret by its name, since states and
     * older versions of Terraform do not say it.
     */
    static JsonNode sensitive(JsonNode value, JsonNode said) {
        return secrets(value, compact(said));
    }

    private static JsonNode secrets(JsonNode value, JsonNode said) {
        if (said.isBoolean()) {
            return said;
        }
        if (value.isObject()) {
            ObjectNode mask = NODES.objectNode();
            for (Map.Entry<String, JsonNode> part : value.properties()) {
                JsonNode partSaid = isSecret(part) ? BooleanNode.TRUE : said.path(part.getKey());
                put(mask, part.getKey(), secrets(part.getValue(), partSaid));
            }
            return mask.isEmpty() ? NOTHING : mask;
        }
        if (value.isArray()) {
            ArrayNode mask = NODES.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                mask.add(inArray(secrets(value.get(i), said.path(i))));
            }
            return holdsAny(mask) ? mask : NOTHING;
        }
        return NOTHING;
    }

    private static boolean isSecret(Map.Entry<String, JsonNode> part) {
        return SECRETS.contains(part.getKey()) && part.getValue().isTextual();
    }

    private static void put(ObjectNode mask, String name, JsonNode part) {
        if (!part.isMissingNode()) {
            mask.set(name, part);
        }
    }

    private static JsonNode inArray(JsonNode part) {
        return part.isMissingNode() ? BooleanNode.FALSE : part;
    }

    private static boolean holdsAny(ArrayNode mask) {
        for (JsonNode part : mask) {
            if (part.isContainerNode() || part.booleanValue()) {
                return true;
            }
        }
        return false;
    }
}
