package dev.alb.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a data source looks into the account, as {@code lookup} in {@code aws-answers/} says.
 *
 * @param in the type of what it looks for
 * @param noun what the provider calls it: {@code EC2 VPC}
 * @param none the provider's words where nothing is found; empty for those of the noun
 * @param several the same where several are found
 * @param arguments arguments that ask for an attribute of another name, or for nothing if that is empty
 * @param filters the names of EC2's filters, and the attributes that they ask for
 * @param wants what an attribute must be where nothing else is asked of it
 * @param read attributes that the object has under another name
 * @param all lists, and the attribute that they collect of all that was found
 * @param assumed how many are taken for existing where a filter asks and there is nothing
 */
record Lookup(
        String in,
        String noun,
        String none,
        String several,
        Map<String, String> arguments,
        Map<String, String> filters,
        Map<String, String> wants,
        Map<String, String> read,
        Map<String, String> all,
        int assumed) {

    /** The lookup of a data source that looks into the account. */
    static Lookup of(ResourceType source) {
        JsonNode json = source.answers().path("lookup");
        return new Lookup(
                json.path("in").asText(),
                json.path("noun").asText(),
                json.path("none").asText(),
                json.path("several").asText(),
                map(json.path("arguments")),
                map(json.path("filters")),
                map(json.path("wants")),
                map(json.path("read")),
                map(json.path("all")),
                json.path("assumed").asInt(1));
    }

    /** Whether it collects attributes of everything that it finds. */
    boolean isPlural() {
        return !all.isEmpty();
    }

    /** The attribute that an argument asks for; empty if it asks for none. */
    String attribute(String argument) {
        return arguments.getOrDefault(argument, argument);
    }

    LookupFailure foundNone(Value.Mapping config) {
        return new LookupFailure(none.isEmpty() ? "no matching " + noun + " found" : filled(none, config));
    }

    LookupFailure foundSeveral(Value.Mapping config, int count) {
        String usual =
                "multiple " + noun + "s matched; use additional constraints to reduce matches to a single " + noun;
        return new LookupFailure(
                several.isEmpty() ? usual : filled(several, config).replace("{count}", String.valueOf(count)));
    }

    private static String filled(String words, Value.Mapping config) {
        String text = words;
        for (Map.Entry<String, Value> argument : config.entries().entrySet()) {
            text = text.replace(
                    "{" + argument.getKey() + "}", argument.getValue().text());
        }
        return text;
    }

    private static Map<String, String> map(JsonNode json) {
        Map<String, String> map = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
