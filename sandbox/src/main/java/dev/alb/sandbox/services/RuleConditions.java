package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Quotas;
import dev.alb.sandbox.values.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What AWS refuses in the conditions of a rule: too many of them, and values that it does not understand. */
final class RuleConditions {
    private static final List<String> KINDS =
            List.of("host_header", "http_header", "http_request_method", "path_pattern", "query_string", "source_ip");
    private static final Set<String> ONCE = Set.of("host_header", "http_request_method", "path_pattern", "source_ip");
    private static final Set<String> WITH_WILDCARDS = Set.of("host_header", "http_header", "path_pattern");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.$/~\"'@:+&*?-]+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.*?-]+");
    private static final Pattern HOST_FORM = Pattern.compile(".*\\.[A-Za-z*?]*[A-Za-z*?-]");

    private final Map<String, Integer> blocks = new HashMap<>();
    private int values;
    private int wildcards;

    private RuleConditions() {}

    static void check(Change change) {
        RuleConditions conditions = new RuleConditions();
        Blocks.of(change.object(), "condition").all().forEach(conditions::condition);
        conditions.numbers(change.aws().quotas());
    }

    private void condition(Value.Mapping condition) {
        List<String> kinds = KINDS.stream()
                .filter(kind -> !condition.get(kind).elements().isEmpty())
                .toList();
        if (kinds.isEmpty()) {
            throw Refusal.byProvider("One of " + listed() + " must be set in a condition block");
        }
        if (kinds.size() > 1) {
            throw Refusal.byProvider("Only one of " + listed() + " can be set in a condition block");
        }
        String kind = kinds.get(0);
        blocks.merge(kind, 1, Integer::sum);
        Blocks.of(condition, kind).all().forEach(block -> block(kind, block));
    }

    private static String listed() {
        return "host_header, http_header, http_request_method, path_pattern, query_string or source_ip";
    }

    private void block(String kind, Value.Mapping block) {
        if (kind.equals("query_string")) {
            add(
                    true,
                    Stream.of("key", "value")
                            .map(part -> block.get(part).text())
                            .toList(),
                    1);
            return;
        }
        List<String> plain = texts(block, "values");
        List<String> expressions = texts(block, "regex_values");
        add(WITH_WILDCARDS.contains(kind), plain, plain.size());
        add(false, expressions, expressions.size());
        plain.forEach(value -> value(kind, value));
        if (block.get("http_header_name").text().equalsIgnoreCase("host")) {
            throw Refusal.validation("The 'host' header cannot be used in an 'http-header' condition");
        }
    }

    private static List<String> texts(Value.Mapping block, String attribute) {
        return block.get(attribute).elements().stream().map(Value::text).toList();
    }

    private void add(boolean countWildcards, List<String> texts, int number) {
        values += number;
        if (countWildcards) {
            texts.forEach(text -> wildcards +=
                    (int) text.chars().filter(c -> c == '*' || c == '?').count());
        }
    }

    private static void value(String kind, String value) {
        boolean understood = switch (kind) {
            case "path_pattern" -> PATH.matcher(value).matches();
            case "host_header" -> HOST.matcher(value).matches();
            default -> true;
        };
        if (!understood) {
            throw Refusal.validation("Condition value '" + value + "' contains a character that is not valid");
        }
        if (kind.equals("host_header") && !HOST_FORM.matcher(value).matches()) {
            throw Refusal.validation("Condition value '" + value + "' is not a valid host name");
        }
        if (kind.equals("source_ip") && value.equals("255.255.255.255/32")) {
            throw Refusal.validation("Condition value '" + value + "' is not a valid source IP address range");
        }
    }

    private void numbers(Quotas quotas) {
        for (String kind : KINDS) {
            if (ONCE.contains(kind) && blocks.getOrDefault(kind, 0) > 1) {
                throw Refusal.validation("A rule can only have one '" + kind.replace('_', '-') + "' condition");
            }
        }
        int mostValues = quotas.of(Quota.CONDITION_VALUES_PER_ALB_RULE);
        if (values > mostValues) {
            throw Refusal.validation("A rule can only have '" + mostValues + "' condition values");
        }
        int mostWildcards = quotas.of(Quota.CONDITION_WILDCARDS_PER_ALB_RULE);
        if (wildcards > mostWildcards) {
            throw Refusal.validation("A rule can only have '" + mostWildcards + "' wildcards in its condition values");
        }
    }
}
