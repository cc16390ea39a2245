package dev.alb.sandbox.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.Value;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attribute that forces a replacement does, and no other one, for every type that the provider has. */
class ForcedReplacementTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether these force a replacement depends on what they were or on others; other tests tell. */
    private static final Set<String> IT_DEPENDS = Set.of(
            "aws_vpc.instance_tenancy",
            "aws_lb.subnets",
            "aws_lb.subnet_mapping.subnet_id",
            "aws_lb.subnet_mapping.allocation_id",
            "aws_lb.subnet_mapping.ipv6_address",
            "aws_lb.subnet_mapping.private_ipv4_address",
            "aws_lb.security_groups");

    private final PluginCalls provider = new PluginCalls();
    private final Set<String> wrong = new TreeSet<>();

    static Stream<String> types() {
        return PluginCalls.SCHEMA.resources().entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().name()))
                .map(entry -> entry.getKey());
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_attribute_replaces_exactly_if_it_cannot_change(String type) {
        Block block = PluginCalls.SCHEMA.resource(type).block();
        attributes(type, block, "", false);
        assertEquals(Set.of(), wrong, () -> "wrongly replaced, or not: " + wrong);
    }

    private void attributes(String type, Block block, String path, boolean within) {
        for (Attribute attribute : block.attributes().values()) {
            boolean settable = attribute.required() || attribute.optional();
            boolean isRead = attribute.name().equals("id") || attribute.name().equals("region");
            if (settable && !isRead && !attribute.writeOnly()) {
                attribute(type, path, attribute, within || attribute.forcesReplacement());
            }
        }
        for (NestedBlock nested : block.blocks().values()) {
            if (nested.nesting() != NestedBlock.Nesting.SINGLE && path.split("\\.").length < 3) {
                // In a set, an element that changes is another element.
                boolean forced = nested.facts().path("force_new").asBoolean();
                boolean inSet = nested.nesting() == NestedBlock.Nesting.SET && nested.mayForceReplacement();
                attributes(type, nested.block(), path + nested.name() + ".", within && forced || inSet);
            }
        }
    }

    private void attribute(String type, String path, Attribute attribute, boolean forced) {
        String full = path + attribute.name();
        if (IT_DEPENDS.contains(type + "." + full)) {
            return;
        }
        String top = full.split("\\.")[0];
        Value.Mapping before = provider.config(type, config(full, attribute, 0));
        boolean replaced = provider.update(type, before, config(full, attribute, 1))
                .replaces()
                .contains(top);
        if (replaced != forced) {
            wrong.add(full + (forced ? " must force a replacement" : " must change in place"));
        }
    }

    private static String config(String path, Attribute attribute, int sample) {
        ObjectNode config = JSON.createObjectNode();
        String[] steps = path.split("\\.");
        ObjectNode last = config;
        for (int i = 0; i < steps.length - 1; i++) {
            last = last.putArray(steps[i]).addObject();
        }
        last.set(steps[steps.length - 1], sample(attribute.type(), attribute, sample));
        return config.toString();
    }

    private static JsonNode sample(CtyType type, Attribute attribute, int sample) {
        JsonNode choice = attribute.facts().path("enum");
        if (type instanceof CollectionOf collection) {
            return collection(collection, attribute, sample);
        }
        if (type instanceof ObjectOf object) {
            ObjectNode all = JSON.createObjectNode();
            object.attributes().forEach((name, each) -> all.set(name, sample(each, attribute, sample)));
            return all;
        }
        return switch ((CtyType.Primitive) type) {
            case BOOL -> JSON.getNodeFactory().booleanNode(sample == 0);
            case NUMBER ->
                JSON.getNodeFactory()
                        .numberNode(sample + attribute.facts().path("min").asInt(1));
            case STRING ->
                JSON.getNodeFactory()
                        .textNode(choice.size() > 1 ? choice.get(sample).asText() : "sample-" + sample);
        };
    }

    private static JsonNode collection(CollectionOf type, Attribute attribute, int sample) {
        JsonNode element = sample(type.element(), attribute, sample);
        if (type.kind() == CtyType.Kind.MAP) {
            return JSON.createObjectNode().set("key", element);
        }
        ArrayNode elements = JSON.createArrayNode();
        return elements.add(element);
    }
}
