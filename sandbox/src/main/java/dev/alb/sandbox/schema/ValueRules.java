package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What AWS accepts as one value; for a collection, as one of its elements. */
public final class ValueRules {
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Predicate<Value> holds, String sentence) {}

    private ValueRules() {}

    public static ValueRules parse(JsonNode facts) {
        ValueRules rules = new ValueRules();
        rules.choice(facts);
        rules.pattern(facts);
        rules.bounds(facts);
        rules.length(facts);
        return rules;
    }

    /** What a value must be and is not, as the end of a sentence; null if all is well. */
    @Nullable
    public String brokenBy(Value value) {
        if (value.isNull() || value.isUnknown()) {
            return null;
        }
        return rules.stream()
                .filter(rule -> !rule.holds().test(value))
                .map(Rule::sentence)
                .findFirst()
                .orElse(null);
    }

    private void choice(JsonNode facts) {
        if (!facts.has("enum")) {
            return;
        }
        List<String> allowed = texts(facts.get("enum"));
        boolean anyCase = facts.path("ignore_case").asBoolean();
        Predicate<Value> holds =
                v -> allowed.stream().anyMatch(a -> anyCase ? a.equalsIgnoreCase(v.text()) : a.equals(v.text()));
        rules.add(new Rule(holds, "be one of " + String.join(", ", allowed)));
    }

    private void pattern(JsonNode facts) {
        if (facts.has("pattern")) {
            Pattern pattern = Pattern.compile(facts.get("pattern").asText());
            rules.add(new Rule(v -> pattern.matcher(v.text()).find(), "match " + pattern));
        }
    }

    private void bounds(JsonNode facts) {
        if (facts.has("min")) {
            BigDecimal least = facts.get("min").decimalValue();
            rules.add(new Rule(v -> number(v).compareTo(least) >= 0, "be at least " + least));
        }
        if (facts.has("max")) {
            BigDecimal most = facts.get("max").decimalValue();
            rules.add(new Rule(v -> number(v).compareTo(most) <= 0, "be at most " + most));
        }
    }

    private void length(JsonNode facts) {
        int least = facts.path("min_length").asInt(0);
        int most = facts.path("max_length").asInt(Integer.MAX_VALUE);
        if (facts.has("min_length")) {
            rules.add(new Rule(v -> v.text().length() >= least, "have at least " + least + " characters"));
        }
        if (facts.has("max_length")) {
            rules.add(new Rule(v -> v.text().length() <= most, "have at most " + most + " characters"));
        }
    }

    private static BigDecimal number(Value value) {
        return value instanceof Value.Numeric number ? number.value() : new BigDecimal(value.text());
    }

    public static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
