package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up what AWS would say where a plan says "known after apply", always the same for the same input.
 *
 * <p>{@code aws-answers.json} holds a template for each attribute that matters: <code>{name}</code> is another
 * attribute, or {@code account}, {@code partition}, {@code region}, {@code zone}, {@code vpc}, or hexadecimal digits
 * ({@code hex8}, {@code hex17}, …, {@code uuid}); <code>{name|text}</code> falls back to a text, and
 * <code>{text?name}</code> is a text and the attribute, if there is one. <code>{name:old>new}</code> is an attribute with
 * a part replaced, or several: <code>{name:old>new:other>another}</code>. Whatever has no template gets an empty value
 * of its type.
 */
public final class Answers {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern HEX = Pattern.compile("hex(\\d+)");
    private static final String VPC = "vpc-0a1b2c3d4e5f60718";

    private final ResourceType type;
    private final Caller caller;
    private final String fingerprint;
    private final Set<String> open = new HashSet<>();
    private Value.Mapping state;

    private Answers(ResourceType type, Caller caller, Value.Mapping state, int copy) {
        this.type = type;
        this.caller = caller;
        this.state = state;
        this.fingerprint = Fingerprint.of(type.name(), caller.region(), state, copy);
    }

    /**
     * The state with nothing unknown.
     *
     * @param copy the number of this object among those of the same content
     */
    public static Value.Mapping complete(ResourceType type, Caller caller, Value.Mapping state, int copy) {
        Answers answers = new Answers(type, caller, state, copy);
        type.block().attributes().keySet().forEach(answers::resolve);
        return (Value.Mapping) type.block().map(answers.state, Answers::emptyInPlaceOfUnknown);
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

    private JsonNode fill(JsonNode template) {
        if (template.isTextual()) {
            return JsonNodeFactory.instance.textNode(fill(template.asText()));
        }
        if (template instanceof ArrayNode array) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        return template;
    }

    private String fill(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(placeholder(match.group(1))));
    }

    private String placeholder(String inner) {
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

    private String replaced(String[] parts) {
        String value = name(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split(">", 2);
            value = value.replace(pair[0], pair[1]);
        }
        return value;
    }

    private String name(String name) {
        Matcher hex = HEX.matcher(name);
        if (hex.matches()) {
            return fingerprint.substring(0, Integer.parseInt(hex.group(1)));
        }
        return switch (name) {
            case "account" -> caller.accountId();
            case "partition" -> caller.partition();
            case "vpc" -> VPC;
            case "zone" -> region() + zoneLetter();
            case "region" -> region();
            case "uuid" -> fingerprint.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12}).*", "$1-$2-$3-$4-$5");
            default -> resolve(name).isUnknown() ? "" : resolve(name).text();
        };
    }

    private String region() {
        return state.get("region") instanceof Value.Text own ? own.value() : caller.region();
    }

    /** Subnets whose id ends with a, b or c are in zone a, b or c. */
    private char zoneLetter() {
        String id = state.get("id").text();
        char last = id.isEmpty() ? ' ' : id.charAt(id.length() - 1);
        return last >= 'a' && last <= 'c' ? last : "abc".charAt(fingerprint.charAt(0) % 3);
    }

    private static Value emptyInPlaceOfUnknown(Attribute attribute, Value.Mapping block) {
        Value value = block.get(attribute.name());
        return value.isUnknown() ? empty(attribute) : value;
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
