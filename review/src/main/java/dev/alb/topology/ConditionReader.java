package dev.alb.topology;

import dev.alb.routing.Condition;
import dev.alb.routing.Part;
import dev.alb.routing.Pattern;
import dev.alb.snapshot.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The conditions of a rule, out of the blocks {@code condition}. */
final class ConditionReader {
    private static final List<String> KNOWN =
            List.of("host_header", "path_pattern", "http_header", "http_request_method", "query_string", "source_ip");

    private ConditionReader() {}

    static List<Condition> conditions(Value blocks) {
        if (blocks.isUnknown()) {
            return List.of(new Condition.Unknown("conditions known after apply"));
        }
        return blocks.items().stream().flatMap(block -> ofBlock(block).stream()).toList();
    }

    private static List<Condition> ofBlock(Value block) {
        List<Condition> conditions = new ArrayList<>();
        for (String name : KNOWN) {
            Value given = block.at(name);
            if (given.isUnknown()) {
                conditions.add(new Condition.Unknown(name + " known after apply"));
            } else if (!given.isAbsent()) {
                conditions.add(condition(name, given));
            }
        }
        // What AWS may add one day narrows the rule in a way that nobody here knows.
        return conditions.isEmpty()
                ? List.of(new Condition.Unknown(
                        block.isUnknown() ? "a condition known after apply" : "an unknown condition"))
                : conditions;
    }

    private static Condition condition(String name, Value given) {
        Value block = given.items().get(0);
        return switch (name) {
            case "host_header" -> onPart(Part.HOST, block);
            case "path_pattern" -> onPart(Part.PATH, block);
            case "http_request_method" -> onPart(Part.METHOD, block);
            case "http_header" ->
                block.at("http_header_name")
                        .text()
                        .map(header -> onPart(Part.header(header), block))
                        .orElse(new Condition.Unknown("http_header known after apply"));
            case "source_ip" ->
                new Condition.OnPart(Part.SOURCE, patterns(block.at("values"), ConditionReader::network));
            default ->
                new Condition.OnQuery(
                        given.items().stream().map(ConditionReader::parameter).toList());
        };
    }

    private static Condition onPart(Part part, Value block) {
        List<Pattern> patterns = new ArrayList<>(patterns(block.at("values"), Pattern.Glob::new));
        patterns.addAll(patterns(block.at("regex_values"), Pattern.Regex::new));
        return new Condition.OnPart(part, patterns);
    }

    private interface Reader {
        Pattern read(String text);
    }

    private static List<Pattern> patterns(Value values, Reader reader) {
        if (values.isUnknown()) {
            return List.of(new Pattern.Unknown());
        }
        // A set has no order, and its order must not make a difference.
        return values.items().stream()
                .map(value -> value.text().map(reader::read))
                .map(pattern -> pattern.orElse(new Pattern.Unknown()))
                .sorted(Comparator.comparing(Pattern::toString))
                .toList();
    }

    private static Pattern network(String text) {
        return Pattern.Network.of(text).orElse(new Pattern.Unknown());
    }

    private static Condition.OnQuery.Parameter parameter(Value block) {
        String key = block.at("key").text().filter(text -> !text.isEmpty()).orElse(null);
        boolean isUnknown = block.isUnknown() || block.at("key").isUnknown();
        return new Condition.OnQuery.Parameter(
                isUnknown ? null : key,
                isUnknown ? null : block.at("value").text().orElse(null));
    }
}
