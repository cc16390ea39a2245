package dev.alb.site.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.actions.ClientSecret;
import dev.alb.site.Site;
import dev.alb.site.SiteVocabulary;
import dev.alb.site.binding.Binder;
import dev.alb.site.binding.Doc;
import dev.alb.site.binding.Key;
import dev.alb.site.binding.Scalars;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the schema from the same records that the file is bound to, so that the two can't differ. */
public final class SiteSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, String> RESOURCES = Map.of(
            "dev.alb.loadbalancer", "aws_lb",
            "dev.alb.targetgroups", "aws_lb_target_group",
            "dev.alb.listeners", "aws_lb_listener",
            "dev.alb.listeners.TrustStoreAttributes", "aws_lb_trust_store",
            "dev.alb.rules", "aws_lb_listener_rule",
            "dev.alb.actions", "aws_lb_listener_rule",
            "dev.alb.securitygroups", "aws_security_group",
            "dev.alb.certificates", "aws_acm_certificate",
            "dev.alb.dns", "aws_route53_record");

    private final Map<String, JsonNode> definitions = new TreeMap<>();

    private SiteSchema() {}

    /** The schema as JSON text (draft 07, which editors know best). */
    public static String generate() {
        SiteSchema schema = new SiteSchema();
        ObjectNode top = JSON.objectNode();
        top.put("$schema", "http://json-schema.org/draft-07/schema#");
        top.put("title", "Confluence site");
        top.setAll(schema.object(Site.class, Key.of(Site.class), Set.of(), requiredOf(Site.class)));
        top.set("definitions", JSON.objectNode().setAll(schema.definitions));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(top) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private JsonNode type(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return collection(parameterized);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == ClientSecret.class) {
            return secret();
        }
        if (raw.isRecord() || raw.isSealed()) {
            return reference(raw);
        }
        return scalar(raw);
    }

    private JsonNode collection(ParameterizedType type) {
        if (type.getRawType() == Map.class) {
            ObjectNode node = JSON.objectNode().put("type", "object");
            return node.set("additionalProperties", type(type.getActualTypeArguments()[1]));
        }
        // A single element may stand without its dash.
        return anyOf(List.of(array(type), type(type.getActualTypeArguments()[0])));
    }

    private ObjectNode array(ParameterizedType type) {
        return JSON.objectNode().put("type", "array").set("items", type(type.getActualTypeArguments()[0]));
    }

    private static JsonNode anyOf(List<JsonNode> choices) {
        return JSON.objectNode().set("anyOf", JSON.arrayNode().addAll(choices));
    }

    private static JsonNode scalar(Class<?> type) {
        ObjectNode node = JSON.objectNode();
        if (type == String.class) {
            node.set("type", texts(List.of("string", "number", "boolean")));
        } else if (type == int.class || type == Integer.class) {
            node.put("type", "integer");
        } else if (type == boolean.class || type == Boolean.class) {
            node.put("type", "boolean");
        } else if (type == Duration.class) {
            node.set("type", texts(List.of("integer", "string")));
            node.put("pattern", "^[0-9]{1,9} *[smhd]?$");
            node.put("description", "Seconds, or 90s, 5m, 2h, 7d.");
        } else if (type.isEnum()) {
            node.set("enum", choices(Scalars.names(type)));
        }
        return node;
    }

    private JsonNode reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, JSON.objectNode());
            definitions.put(name, type.isSealed() ? choice(type) : record(type));
        }
        return JSON.objectNode().put("$ref", "#/definitions/" + name);
    }

    private JsonNode choice(Class<?> type) {
        ObjectNode properties = JSON.objectNode();
        Binder.choices(type).forEach((name, chosen) -> properties.set(name, reference(chosen)));
        ObjectNode node = JSON.objectNode().put("type", "object");
        node.set("properties", properties);
        node.put("additionalProperties", false).put("minProperties", 1).put("maxProperties", 1);
        return node;
    }

    private JsonNode record(Class<?> type) {
        List<JsonNode> choices = new ArrayList<>();
        choices.add(object(type, Key.of(type), Set.of(), requiredOf(type)));
        choices.addAll(withoutKeys(type));
        return choices.size() == 1 ? choices.get(0) : anyOf(choices);
    }

    /** What may stand for a value besides a mapping, whose keys would be taken for those of the outermost record. */
    private List<JsonNode> withoutKeys(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == Map.class ? List.of() : listWithoutKeys(parameterized);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return SiteVocabulary.OF_SITE
                    .shorthand(raw)
                    .filter(key -> raw != ClientSecret.class)
                    .map(key -> withoutKeys(key.type()))
                    .orElse(List.of());
        }
        return raw.isSealed() ? List.of() : List.of(scalar(raw));
    }

    private List<JsonNode> listWithoutKeys(ParameterizedType type) {
        List<JsonNode> choices = new ArrayList<>(List.of(array(type)));
        choices.addAll(withoutKeys(type.getActualTypeArguments()[0]));
        return choices;
    }

    private ObjectNode object(Class<?> type, List<Key> keys, Set<String> without, Set<String> required) {
        ObjectNode properties = JSON.objectNode();
        keys.stream().filter(key -> !without.contains(key.name())).forEach(key -> properties.set(key.name(), key(key)));
        ObjectNode node = JSON.objectNode().put("type", "object");
        if (type.isAnnotationPresent(Doc.class)) {
            node.put("description", type.getAnnotation(Doc.class).value());
        }
        node.set("properties", properties);
        if (!required.isEmpty()) {
            node.set("required", texts(required.stream().sorted().toList()));
        }
        return node.put("additionalProperties", false);
    }

    private JsonNode key(Key key) {
        ObjectNode node = JSON.objectNode();
        key.doc().or(() -> resourceOf(key)).ifPresent(doc -> node.put("description", doc));
        key.defaultValue()
                .filter(value -> !value.equals("{}") && !value.equals("[]"))
                .ifPresent(value -> node.set("default", plain(value)));
        JsonNode type = key.isOverlay() ? overlay(key) : type(key.type());
        // Draft 07 ignores what stands beside a reference.
        if (type.has("$ref")) {
            return node.isEmpty() ? type : node.set("allOf", JSON.arrayNode().add(type));
        }
        ObjectNode merged = type.deepCopy();
        String ofType = merged.path("description").asText();
        merged.setAll(node);
        return ofType.isEmpty() || !node.has("description")
                ? merged
                : merged.put("description", node.get("description").asText().replaceFirst("\\.?$", ". ") + ofType);
    }

    private JsonNode overlay(Key key) {
        Set<String> without =
                key.except().map(e -> Set.copyOf(Arrays.asList(e.value()))).orElse(Set.of());
        return object(key.overlaid(), Key.of(key.overlaid()), without, Set.of());
    }

    private static Set<String> requiredOf(Class<?> type) {
        return SiteVocabulary.OF_SITE.required(type).stream().map(Key::name).collect(Collectors.toUnmodifiableSet());
    }

    private static JsonNode secret() {
        ObjectNode node = JSON.objectNode().put("type", "object");
        node.put("description", "The name of a sensitive Terraform variable; never the secret itself.");
        node.set(
                "properties",
                JSON.objectNode().set("variable", JSON.objectNode().put("type", "string")));
        node.set("required", texts(List.of("variable")));
        return node.put("additionalProperties", false);
    }

    /** What an attribute of a module is called in Terraform's documentation. */
    private static Optional<String> resourceOf(Key key) {
        Class<?> record = key.component().getDeclaringRecord();
        return Optional.ofNullable(RESOURCES.get(record.getName()))
                .or(() -> Optional.ofNullable(RESOURCES.get(record.getPackageName())))
                .map(resource -> resource + ": " + key.name());
    }

    /** YAML takes an unquoted true for a truth, and so does an editor. */
    private static ArrayNode choices(List<String> names) {
        ArrayNode choices = texts(names);
        names.stream().map(SiteSchema::plain).filter(JsonNode::isBoolean).forEach(choices::add);
        return choices;
    }

    /** What stands in YAML, as JSON. */
    private static JsonNode plain(String yaml) {
        if (yaml.equals("true") || yaml.equals("false")) {
            return JSON.booleanNode(Boolean.parseBoolean(yaml));
        }
        return yaml.matches("\\d+") ? JSON.numberNode(Integer.parseInt(yaml)) : JSON.textNode(yaml.replace("'", ""));
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
