package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up what AWS would say where a plan says "known after apply", always the same for the same input.
 *
 * <p>{@code aws-answers.json} holds a template for each attribute that matters: <code>{name}</code> is another
 * attribute, or {@code account}, {@code partition}, {@code region}, {@code zone}, {@code vpc}, or digits of its own
 * ({@link Digits}); <code>{name|text}</code> falls back to a text, and
 * <code>{text?name}</code> is a text and the attribute, if there is one. <code>{name:old>new}</code> is an attribute with
 * a part replaced, or several: <code>{name:old>new:other>another}</code>. <code>{name/2|text}</code> is what
 * stands behind the second slash. The template of a block is a list of objects:
 * AWS's own blocks where the configuration has none, and what it adds to a block that is there. Whatever has no template
 * gets an empty value of its type.
 */
public final class Answers {
    private static final Pattern PART = Pattern.compile("(\\w+)/(\\d)(?:\\|(.*))?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String VPC = "vpc-0a1b2c3d4e5f60718";
    private static final String SUBNET = "subnet-0d3fa01700000000a";
    private static final String SECURITY_GROUP = "sg-0d3fa017000000000";

    private final ResourceType type;
    private final Caller caller;
    private final String fingerprint;
    private final Set<String> open = new HashSet<>();
    private Value.Mapping state;
    private Digits digits;

    private Answers(ResourceType type, Caller caller, Value.Mapping state, int copy) {
        this.type = type;
        this.caller = caller;
        this.state = state;
        this.fingerprint = Fingerprint.of(type.name(), caller.region(), state, copy);
        this.digits = new Digits(fingerprint);
    }

    /**
     * The state with nothing unknown.
     *
     * @param copy the number of this object among those of the same content
     */
    public static Value.Mapping complete(ResourceType type, Caller caller, Value.Mapping state, int copy) {
        Answers answers = new Answers(type, caller, state, copy);
        type.block().attributes().keySet().forEach(answers::resolve);
        return answers.inside(type.block(), answers.state, type.answers(), "");
    }

    private Value resolve(String name) {
        JsonNode template = type.answers().path(name);
        Attribute attribute = type.block().attributes().get(name);
        boolean unanswered = attribute == null || template.isMissingNode();
        if (!unanswered && state.get(name).isUnknown() && open.add(name)) {
            // First the answer, then the state: an answer may need others, which change the state too.
            Value answer = JsonValues.read(fill(template), attribute.type());
            state = state.with(name, answer);
        }
        return state.get(name);
    }

    private Value.Mapping inside(Block block, Value.Mapping value, JsonNode templates, String path) {
        Map<String, Value> completed = new LinkedHashMap<>();
        for (Attribute attribute : block.attributes().values()) {
            completed.put(attribute.name(), known(attribute, value.get(attribute.name()), templates));
        }
        for (NestedBlock nested : block.blocks().values()) {
            Value blocks = value.get(nested.name());
            completed.put(nested.name(), blocks(nested, blocks, templates.path(nested.name()), path + nested.name()));
        }
        return new Value.Mapping(completed);
    }

    private Value known(Attribute attribute, Value value, JsonNode templates) {
        if (!value.isUnknown()) {
            return value;
        }
        JsonNode template = templates.path(attribute.name());
        return template.isMissingNode() ? empty(attribute) : JsonValues.read(fill(template), attribute.type());
    }

    private Value blocks(NestedBlock nested, Value value, JsonNode template, String path) {
        boolean list = nested.nesting() == NestedBlock.Nesting.LIST;
        if (nested.nesting() == NestedBlock.Nesting.SINGLE) {
            return value instanceof Value.Mapping one ? inside(nested.block(), one, template, path) : value;
        }
        List<Value> elements = value.isUnknown()
                ? JsonValues.read(fill(template), nested.type()).elements()
                : value.elements();
        List<Value> completed = new ArrayList<>();
        for (Value element : elements) {
            digits = new Digits(Fingerprint.of(fingerprint, path, completed.size()));
            completed.add(
                    element instanceof Value.Mapping one
                            ? inside(nested.block(), one, template.path(0), path)
                            : element);
        }
        digits = new Digits(fingerprint);
        return list ? new Value.Sequence(completed) : new Value.SetOf(completed);
    }

    private JsonNode fill(JsonNode template) {
        if (template.isTextual()) {
            return JsonNodeFactory.instance.textNode(fill(template.asText()));
        }
        if (template instanceof ArrayNode array) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        if (template instanceof ObjectNode object) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue())));
            return filled;
        }
        return template;
    }

    private String fill(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(placeholder(match.group(1))));
    }

    private String placeholder(String inner) {
        Matcher part = PART.matcher(inner);
        if (part.matches()) {
            return part(part.group(1), Integer.parseInt(part.group(2)), part.group(3) == null ? "" : part.group(3));
        }
        if (inner.contains(":")) {
            return replaced(inner.split(":"));
        }
        int fallback = inner.indexOf('|');
        if (fallback >= 0) {
            String value = name(inner.substring(0, fallback));
            return value.isEmpty() ? inner.substring(fallback + 1) : value;
        }
        int prefix = inner.indexOf('?');
        if (prefix >= 0) {
            String value = name(inner.substring(prefix + 1));
            return value.isEmpty() ? "" : inner.substring(0, prefix) + value;
        }
        return name(inner);
    }

    private String part(String name, int index, String fallback) {
        String[] parts = name(name).split("/");
        return index < parts.length ? parts[index] : fallback;
    }

    private String replaced(String[] parts) {
        String value = name(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split(">", 2);
            value = value.replace(pair[0], pair[1]);
        }
        return value;
    }

    private String name(String name) {
        Optional<String> own = digits.of(name);
        if (own.isPresent()) {
            return own.get();
        }
        return switch (name) {
            case "account" -> caller.accountId();
            case "partition" -> caller.partition();
            case "vpc" -> VPC;
            case "subnet" -> SUBNET;
            case "default_security_group" -> SECURITY_GROUP;
            case "zone" -> Zones.of(region(), state.get("id").text(), fingerprint);
            case "zone_code" -> Zones.id(resolve("availability_zone").text());
            case "region" -> region();
            default -> resolve(name).isUnknown() ? "" : resolve(name).text();
        };
    }

    private String region() {
        return state.get("region") instanceof Value.Text own ? own.value() : caller.region();
    }

    private static Value empty(Attribute attribute) {
        if (attribute.type() instanceof CollectionOf collection) {
            return switch (collection.kind()) {
                case LIST -> new Value.Sequence(List.of());
                case SET -> new Value.SetOf(List.of());
                case MAP -> Value.emptyMap();
            };
        }
        return switch ((Primitive) attribute.type()) {
            case STRING -> Value.text("");
            case BOOL -> new Value.Bool(false);
            case NUMBER ->
                new Value.Numeric(
                        BigDecimal.valueOf(attribute.facts().path("min").asLong(0)));
        };
    }
}
