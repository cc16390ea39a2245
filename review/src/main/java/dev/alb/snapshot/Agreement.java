package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether a value can be what a block or an expression of the configuration has become. */
final class Agreement {
    private Agreement() {}

    /** Whether nothing that is known of both is different. */
    static boolean ofBlock(JsonNode block, JsonNode value) {
        return block.properties().stream().allMatch(part -> ofPart(part, value));
    }

    private static boolean ofPart(Map.Entry<String, JsonNode> part, JsonNode value) {
        JsonNode configured = part.getValue();
        JsonNode actual = value.path(part.getKey());
        if (configured.isArray()) {
            return stream(configured).allMatch(block -> stream(actual).anyMatch(item -> ofBlock(block, item)));
        }
        JsonNode constant = configured.path("constant_value");
        return constant.isMissingNode() || constant.isNull() || isTemplate(configured) || isSame(constant, actual);
    }

    /** Of a configuration in JSON, as CDKTF writes it, Terraform tells what is written as a constant too, evaluated or not. */
    private static boolean isTemplate(JsonNode configured) {
        String constant = configured.path("constant_value").toString();
        return !configured.path("references").isEmpty() || constant.contains("${") || constant.contains("%{");
    }

    private static boolean isSame(JsonNode constant, JsonNode actual) {
        if (constant.isArray()) {
            return sorted(constant).equals(sorted(actual));
        }
        return constant.isObject() || text(constant).equals(text(actual));
    }

    /** Providers take an empty text for none, and the other way round. */
    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private static List<String> sorted(JsonNode list) {
        return stream(list).map(Agreement::text).sorted().toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
