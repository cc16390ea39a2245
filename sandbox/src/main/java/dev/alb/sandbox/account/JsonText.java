package dev.alb.sandbox.account;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.InvalidAccount.Complaint;

/** JSON as people read and write it. */
final class JsonText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private JsonText() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Some lines that end with a line end. */
    static String lines(JsonNode json) {
        try {
            return PRETTY.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON must have a text", e);
        }
    }

    /**
     * The object in a text.
     *
     * @param where the file that it stands in
     * @param fix what to do if it is none
     */
    static ObjectNode parse(String where, String text, String fix) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json instanceof ObjectNode object) {
                return object;
            }
            String got = json.isMissingNode() ? "an empty file" : json.toString();
            throw new InvalidAccount(new Complaint(where, "hold a JSON object", got, fix));
        } catch (JsonProcessingException e) {
            String at = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            String got = e.getOriginalMessage().lines().findFirst().orElse("something else");
            throw new InvalidAccount(new Complaint(where + at, "be JSON", got, fix));
        }
    }
}
