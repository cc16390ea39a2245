package dev.alb.sandbox.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.Fingerprint;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An IAM policy as {@code aws_iam_policy_document} writes it: one value alone is a text, several are a list from Z to A, and
 * statements of other documents come in by their {@code Sid}.
 */
final class PolicyDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SID = "Sid";

    private final Map<String, JsonNode> statements = new LinkedHashMap<>();

    private PolicyDocument() {}

    /** The data source with its JSON. */
    static Value.Mapping render(Value.Mapping asked) {
        PolicyDocument document = new PolicyDocument();
        documents(asked, "source_json", "source_policy_documents").forEach(document::add);
        blocks(asked, "statement").forEach(statement -> document.put(statement(statement)));
        documents(asked, "override_json", "override_policy_documents").forEach(document::add);
        ObjectNode json = document.json(asked);
        String minified = text(json.toString());
        return asked.with("json", Value.text(text(pretty(json))))
                .with("minified_json", Value.text(minified))
                .with(
                        "id",
                        Value.text(String.valueOf(
                                Long.parseLong(Fingerprint.of(minified).substring(0, 8), 16))));
    }

    private ObjectNode json(Value.Mapping asked) {
        ObjectNode json = JSON.createObjectNode();
        json.put(
                "Version", asked.get("version").isGiven() ? asked.get("version").text() : "2012-10-17");
        if (asked.get("policy_id").isGiven()) {
            json.put("Id", asked.get("policy_id").text());
        }
        if (!statements.isEmpty()) {
            json.putArray("Statement").addAll(statements.values());
        }
        return json;
    }

    private void add(String document) {
        JsonNode read = parse(document).path("Statement");
        if (read.isArray()) {
            read.forEach(this::put);
        } else if (read.isObject()) {
            put(read);
        }
    }

    private void put(JsonNode statement) {
        String sid = statement.path(SID).asText();
        statements.put(sid.isEmpty() ? "#" + statements.size() : sid, statement);
    }

    private static JsonNode statement(Value.Mapping block) {
        ObjectNode statement = JSON.createObjectNode();
        if (block.get("sid").isGiven()) {
            statement.put(SID, block.get("sid").text());
        }
        statement.put(
                "Effect", block.get("effect").isGiven() ? block.get("effect").text() : "Allow");
        set(statement, "Action", block.get("actions"));
        set(statement, "NotAction", block.get("not_actions"));
        set(statement, "Resource", block.get("resources"));
        set(statement, "NotResource", block.get("not_resources"));
        principals(statement, "Principal", blocks(block, "principals"));
        principals(statement, "NotPrincipal", blocks(block, "not_principals"));
        conditions(statement, blocks(block, "condition"));
        return statement;
    }

    private static void set(ObjectNode json, String name, Value values) {
        List<String> texts =
                texts(values).stream().sorted(Comparator.reverseOrder()).toList();
        if (!texts.isEmpty()) {
            json.set(name, oneOrAll(texts));
        }
    }

    private static void principals(ObjectNode statement, String name, List<Value.Mapping> blocks) {
        Map<String, List<String>> byType = new TreeMap<>();
        for (Value.Mapping block : blocks) {
            byType.computeIfAbsent(block.get("type").text(), type -> new ArrayList<>())
                    .addAll(texts(block.get("identifiers")));
        }
        if (byType.equals(Map.of("*", List.of("*")))) {
            statement.put(name, "*");
        } else if (!byType.isEmpty()) {
            ObjectNode all = statement.putObject(name);
            byType.forEach((type, identifiers) -> {
                all.set(
                        type,
                        oneOrAll(identifiers.stream()
                                .sorted(Comparator.reverseOrder())
                                .toList()));
            });
        }
    }

    private static void conditions(ObjectNode statement, List<Value.Mapping> blocks) {
        Map<String, Map<String, List<String>>> tests = new TreeMap<>();
        for (Value.Mapping block : blocks) {
            tests.computeIfAbsent(block.get("test").text(), test -> new TreeMap<>())
                    .computeIfAbsent(block.get("variable").text(), variable -> new ArrayList<>())
                    .addAll(texts(block.get("values")));
        }
        if (!tests.isEmpty()) {
            ObjectNode all = statement.putObject("Condition");
            tests.forEach((test, variables) -> {
                ObjectNode one = all.putObject(test);
                variables.forEach((variable, values) -> one.set(variable, oneOrAll(values)));
            });
        }
    }

    private static JsonNode oneOrAll(List<String> texts) {
        if (texts.size() == 1) {
            return JSON.getNodeFactory().textNode(texts.get(0));
        }
        ArrayNode all = JSON.createArrayNode();
        texts.forEach(all::add);
        return all;
    }

    /** Terraform would read <code>${name}</code> itself, so a policy's own variables are written <code>&{name}</code>. */
    private static List<String> texts(Value values) {
        return values.elements().stream()
                .map(value -> value.text().replace("&{", "${"))
                .toList();
    }

    private static List<String> documents(Value.Mapping asked, String one, String many) {
        List<String> documents = new ArrayList<>();
        if (asked.get(one).isGiven()) {
            documents.add(asked.get(one).text());
        }
        asked.get(many).elements().stream()
                .filter(Value::isGiven)
                .map(Value::text)
                .forEach(documents::add);
        return documents;
    }

    private static List<Value.Mapping> blocks(Value.Mapping value, String name) {
        return value.get(name).elements().stream()
                .map(Value.Mapping.class::cast)
                .toList();
    }

    private static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new LookupFailure("merging source documents: " + e.getOriginalMessage());
        }
    }

    private static String pretty(ObjectNode json) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        try {
            return JSON.writer(printer).writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can be written", e);
        }
    }

    /** The provider's JSON is safe to stand in HTML. */
    private static String text(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
