package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody asks a data source: attributes that an object must have, by arguments, by EC2's filters, and by tags.
 *
 * @param wanted attributes and the one value that each must have
 * @param filters attributes and patterns of which each must match one
 * @param tags tags that must be there; a pattern for each
 * @param known arguments by which one object is meant, rather than any that fits
 */
record Query(
        Map<String, Value> wanted, Map<String, List<Pattern>> filters, Map<String, List<Pattern>> tags, boolean known) {
    private static final String TAG = "tag:";
    private static final String FILTER = "filter";

    /**
     * The question in the configuration of a data source.
     *
     * @throws LookupFailure if EC2 has no such filter
     */
    static Query of(ResourceType source, ResourceType resource, Lookup lookup, Value.Mapping config) {
        Map<String, Value> wanted = new LinkedHashMap<>();
        Query query = new Query(wanted, new LinkedHashMap<>(), new LinkedHashMap<>(), false);
        for (Attribute argument : source.block().attributes().values()) {
            Value value = config.get(argument.name());
            String attribute = lookup.attribute(argument.name());
            boolean asks =
                    value.isGiven() && !attribute.isEmpty() && !argument.name().equals("region");
            if (asks && attribute.startsWith("tags") && value instanceof Value.Mapping some) {
                some.entries().forEach((key, tag) -> query.tags.put(key, List.of(exactly(tag.text()))));
            } else if (asks && resource.block().attributes().containsKey(attribute)) {
                query.argument(resource.block().attributes().get(attribute), value);
            }
        }
        lookup.wants().forEach((attribute, text) -> query.filters.putIfAbsent(attribute, List.of(exactly(text))));
        config.get(FILTER).elements().forEach(filter -> query.filter((Value.Mapping) filter, lookup));
        return new Query(wanted, query.filters, query.tags, !wanted.isEmpty());
    }

    /** Of several values an object must have one, unless it has several itself. */
    private void argument(Attribute attribute, Value value) {
        boolean choice =
                !(attribute.type() instanceof CollectionOf) && !value.elements().isEmpty();
        if (choice) {
            filters.put(
                    attribute.name(),
                    value.elements().stream().map(each -> exactly(each.text())).toList());
        } else {
            wanted.put(attribute.name(), value);
        }
    }

    private void filter(Value.Mapping filter, Lookup lookup) {
        String name = filter.get("name").text();
        List<Pattern> values = new ArrayList<>();
        filter.get("values").elements().forEach(value -> values.add(pattern(value.text())));
        if (name.startsWith(TAG)) {
            tags.put(name.substring(TAG.length()), values);
            return;
        }
        String attribute = lookup.filters().get(name);
        if (attribute == null) {
            throw new LookupFailure("reading " + lookup.noun() + "s: "
                    + new Operation("EC2", "Describe", false)
                            .error(Refusal.of("InvalidParameterValue", "The filter '" + name + "' is invalid")));
        }
        filters.put(attribute, values);
    }

    /** Whether an object is what was asked for. */
    boolean fits(AwsObject object, Transaction aws) {
        return wanted.entrySet().stream()
                        .allMatch(each -> same(object.attributes().get(each.getKey()), each.getValue()))
                && filters.entrySet().stream()
                        .allMatch(each -> matches(texts(object, each.getKey(), aws), each.getValue()))
                && tags.entrySet().stream().allMatch(each -> hasTag(object, each.getKey(), each.getValue()));
    }

    /** The values that say all of an attribute: those by argument, and filters of one value. */
    Map<String, Value> said() {
        Map<String, Value> said = new LinkedHashMap<>(wanted);
        filters.forEach((attribute, values) -> {
            literal(values).filter(value -> !attribute.contains(" ")).ifPresent(value -> said.put(attribute, value));
        });
        Map<String, Value> all = new LinkedHashMap<>();
        tags.forEach((tag, values) -> literal(values).ifPresent(value -> all.put(tag, value)));
        if (!all.isEmpty()) {
            said.put("tags", new Value.Mapping(all));
        }
        return said;
    }

    private static Optional<Value> literal(List<Pattern> values) {
        return values.size() == 1 && (values.get(0).flags() & Pattern.LITERAL) != 0
                ? Optional.of(Value.text(values.get(0).pattern()))
                : Optional.empty();
    }

    private static boolean same(Value value, Value asked) {
        boolean none = asked.equals(new Value.Bool(false)) && value.isNull();
        return none
                || value.equals(asked)
                || value.elements().isEmpty() && undotted(value).equals(undotted(asked));
    }

    /** The name of a zone may end with the dot of the root. */
    private static String undotted(Value value) {
        return value.text().replaceFirst("\\.$", "");
    }

    private static boolean hasTag(AwsObject object, String tag, List<Pattern> values) {
        return object.attributes().get(tags(object)) instanceof Value.Mapping all
                && all.entries().containsKey(tag)
                && matches(List.of(all.get(tag).text()), values);
    }

    private static String tags(AwsObject object) {
        return object.attributes().get("tags_all").isNull() ? "tags" : "tags_all";
    }

    private static List<String> texts(AwsObject object, String path, Transaction aws) {
        return Follows.from(object.attributes(), path, aws).stream()
                .map(Value::text)
                .toList();
    }

    private static boolean matches(List<String> texts, List<Pattern> values) {
        return values.stream()
                .anyMatch(value ->
                        texts.stream().anyMatch(text -> value.matcher(text).matches()));
    }

    private static Pattern exactly(String text) {
        return Pattern.compile(text, Pattern.LITERAL);
    }

    /** EC2 takes {@code *} and {@code ?} in the values of its filters. */
    private static Pattern pattern(String text) {
        if (!text.contains("*") && !text.contains("?")) {
            return exactly(text);
        }
        String parts = text.replaceAll("([\\\\.\\[\\]{}()+^$|])", "\\\\$1")
                .replace("*", ".*")
                .replace("?", ".");
        return Pattern.compile(parts, Pattern.DOTALL);
    }
}
