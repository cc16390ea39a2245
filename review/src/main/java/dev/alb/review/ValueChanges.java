package dev.alb.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.snapshot.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What differs between two values of a resource, attribute by attribute; secrets are named and not shown. */
final class ValueChanges {
    private static final int LONGEST = 80;

    private static final Set<String> TAGS = Set.of("tags", "tags_all");

    /** What AWS makes up, and nobody writes into a configuration. */
    private static final Set<String> COMPUTED = Set.of(
            "arn",
            "arn_suffix",
            "created_time",
            "dns_name",
            "etag",
            "fqdn",
            "id",
            "last_modified",
            "latest_version",
            "load_balancer_arns",
            "owner_id",
            "qualified_arn",
            "security_group_rule_id",
            "unique_id",
            "version_id",
            "zone_id");

    private static final Pattern SECRET =
            Pattern.compile("(^|_)(secret|password|token|private_key|passphrase)($|_(?!arn$|id$|name$))");

    private final List<String> changes = new ArrayList<>();

    private ValueChanges() {}

    /** Each change in words, in the order of the names; nothing where only tags or computed values change. */
    static List<String> of(Value before, Value after) {
        return of(before, after, name -> true);
    }

    /** The same of some attributes alone. */
    static List<String> of(Value before, Value after, Predicate<String> isAsked) {
        ValueChanges all = new ValueChanges();
        for (String name : names(before.json(), after.json())) {
            Value was = before.at(name);
            Value will = after.at(name);
            boolean isNoise = TAGS.contains(name) || COMPUTED.contains(name) && !isSet(was, will);
            if (!isNoise && isAsked.test(name)) {
                all.compare(name, was, will);
            }
        }
        return all.changes;
    }

    /** A name such as zone_id is computed for one type and written for another. */
    private static boolean isSet(Value was, Value will) {
        return !will.isUnknown() && !was.isAbsent() && !will.isAbsent() && !was.equals(will);
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void compare(String path, Value before, Value after) {
        if (isSame(before, after)) {
            return;
        }
        boolean isSecret =
                SECRET.matcher(path.substring(path.lastIndexOf('.') + 1)).find();
        boolean isDivisible = isDivisible(before, after);
        if (isSecret || !isDivisible && (before.isSensitive() || after.isSensitive())) {
            changes.add(path + ": changed, and is not shown as it is sensitive");
        } else if (isDivisible) {
            divide(path, before, after);
        } else if (isListOfTexts(before) && isListOfTexts(after)) {
            elements(path, before, after);
        } else {
            changes.add(path + ": " + shown(before) + " to " + shown(after));
        }
    }

    /** Terraform takes nothing, an empty text and an empty list for the same. */
    private static boolean isSame(Value before, Value after) {
        boolean bothEmpty = isEmpty(before) && isEmpty(after);
        return bothEmpty || !after.isPartlyUnknown() && before.json().equals(after.json());
    }

    private static boolean isEmpty(Value value) {
        JsonNode json = value.json();
        return value.isAbsent()
                || !value.isPartlyUnknown()
                        && (json.isTextual() && json.textValue().isEmpty() || json.isObject() && json.isEmpty());
    }

    private static boolean isDivisible(Value before, Value after) {
        boolean areObjects = before.json().isObject() && after.json().isObject();
        return !after.isUnknown()
                && (areObjects || isListOfBlocks(before) && isListOfBlocks(after) && sameSize(before, after));
    }

    private static boolean isListOfBlocks(Value value) {
        return value.json().isArray()
                && !value.json().isEmpty()
                && value.json().path(0).isObject();
    }

    private static boolean sameSize(Value before, Value after) {
        return before.json().size() == after.json().size();
    }

    private static boolean isListOfTexts(Value value) {
        return !value.isPartlyUnknown()
                && (value.isAbsent()
                        || value.json().isArray() && value.json().valueStream().allMatch(JsonNode::isValueNode));
    }

    private void divide(String path, Value before, Value after) {
        if (before.json().isObject()) {
            names(before.json(), after.json()).stream()
                    .filter(name -> !COMPUTED.contains(name) || !after.at(name).isUnknown())
                    .forEach(name -> compare(path + "." + name, before.at(name), after.at(name)));
            return;
        }
        List<Value> was = before.items();
        List<Value> will = after.items();
        for (int i = 0; i < was.size(); i++) {
            compare(was.size() == 1 ? path : path + "[" + i + "]", was.get(i), will.get(i));
        }
    }

    private void elements(String path, Value before, Value after) {
        List<String> was = before.texts();
        List<String> will = after.texts();
        List<String> told = new ArrayList<>();
        will.stream()
                .filter(text -> !was.contains(text))
                .map(text -> "+" + cut(text))
                .forEach(told::add);
        was.stream()
                .filter(text -> !will.contains(text))
                .map(text -> "-" + cut(text))
                .forEach(told::add);
        changes.add(path + ": " + (told.isEmpty() ? shown(before) + " to " + shown(after) : String.join(", ", told)));
    }

    private static String shown(Value value) {
        if (value.isAbsent()) {
            return "nothing";
        }
        return cut(value.text().orElseGet(value::toString));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
