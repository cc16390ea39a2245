package dev.alb.sandbox.provider.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.sandbox.schema.ValueRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the plan of one type needs to know beyond its schema, read from {@code aws-plans.json}.
 *
 * <p>Paths are names with dots, without indices: {@code default_action.forward}.
 *
 * @param version the version of the type's state, as the real provider counts
 * @param same which attributes have several ways to write one value
 * @param becomes which attributes the provider brings into a form of its own
 * @param kept blocks that stay as they are where the configuration has none
 * @param computed blocks that AWS fills in where the configuration has none
 * @param zeros attributes whose objects have empty values instead of none
 * @param applicable attributes that count only where another attribute has certain values
 * @param unknownWhen attributes that nobody knows any more once one of others changes
 * @param tellsWhether attributes that tell whether another one, which is in no state, was given
 * @param combinations attributes that need or exclude others
 * @param formats what texts must look like
 * @param importForm what an import takes as the id
 */
public record PlanRules(
        long version,
        Map<String, Equivalence> same,
        Map<String, Normalization> becomes,
        Set<String> kept,
        Set<String> computed,
        Set<String> zeros,
        List<Applicability> applicable,
        Map<String, List<String>> unknownWhen,
        Map<String, String> tellsWhether,
        List<Combination> combinations,
        Map<String, Format> formats,
        ImportForm importForm) {

    /** A type that is as its schema says. */
    static final PlanRules NONE = parse(new ObjectMapper().createObjectNode());

    private static final Map<String, PlanRules> RULES = load();

    /** The rules of a type; one of which nothing is written has none. */
    public static PlanRules of(String type) {
        return RULES.getOrDefault(type, NONE);
    }

    private static Map<String, PlanRules> load() {
        Map<String, PlanRules> rules = new HashMap<>();
        try (InputStream in = PlanRules.class.getResourceAsStream("/dev/alb/sandbox/aws-plans.json")) {
            new ObjectMapper().readTree(in).properties().forEach(e -> rules.put(e.getKey(), parse(e.getValue())));
            return Map.copyOf(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanRules parse(JsonNode json) {
        return new PlanRules(
                json.path("version").asLong(),
                map(json.path("same"), node -> Equivalence.named(node.asText())),
                map(json.path("becomes"), node -> Normalization.named(node.asText())),
                Set.copyOf(ValueRules.texts(json.path("kept_blocks"))),
                Set.copyOf(ValueRules.texts(json.path("computed_blocks"))),
                Set.copyOf(ValueRules.texts(json.path("zeros_within"))),
                list(json.path("only_for"), Applicability::parse),
                map(json.path("unknown_when"), ValueRules::texts),
                map(json.path("tells_whether"), JsonNode::asText),
                list(json.path("combinations"), Combination::parse),
                map(json.path("formats"), node -> Format.named(node.asText())),
                ImportForm.parse(json.path("import")));
    }

    private static <T> Map<String, T> map(JsonNode json, Function<JsonNode, T> read) {
        Map<String, T> map = new HashMap<>();
        json.properties().forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
        return Map.copyOf(map);
    }

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        json.forEach(element -> list.add(read.apply(element)));
        return List.copyOf(list);
    }
}
