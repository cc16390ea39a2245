package dev.alb.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a file in JSON field by field, so that what nobody needs is never held. */
final class DocumentReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<String> NOT_NEEDED = Set.of(
            "planned_values",
            "output_changes",
            "variables",
            "relevant_attributes",
            "checks",
            "outputs",
            "check_results");

    private final String name;

    private DocumentReader(String name) {
        this.name = name;
    }

    /**
     * Reads a file to its end.
     *
     * @param name how it is called in messages
     */
    static Document read(InputStream in, String name) throws UnreadableInput {
        return new DocumentReader(name).read(in);
    }

    private Document read(InputStream in) throws UnreadableInput {
        BufferedInputStream buffered = new BufferedInputStream(in);
        try {
            FileStart.of(buffered).refuseBinary(name);
            try (JsonParser parser = JSON.createParser(buffered)) {
                return document(parser);
            }
        } catch (StreamConstraintsException e) {
            throw unreadable(
                    "must be nested less than 1000 levels deep and hold no text of more than 20 million characters",
                    "This is not what Terraform writes; is it the right file?");
        } catch (JacksonException e) {
            throw noJson(e);
        } catch (IOException e) {
            throw unreadable("must be readable, but reading failed", "Look at the file and its disk.");
        }
    }

    private UnreadableInput noJson(JacksonException e) {
        return e.getOriginalMessage().startsWith("Unexpected end-of-input")
                ? unreadable("must be a whole file, but it ends in the middle", "Write it again; was the disk full?")
                : unreadable("must be JSON, but it is none " + place(e), FileStart.FORMS);
    }

    private static String place(JacksonException e) {
        return "at line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr();
    }

    private Document document(JsonParser parser) throws IOException, UnreadableInput {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw unreadable("must hold JSON, but it is empty", FileStart.FORMS);
        }
        if (first != JsonToken.START_OBJECT) {
            throw unreadable("must be an object in JSON, got something else", FileStart.FORMS);
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            fields.put(field, value(field, parser));
        }
        Document document = new Document(name, fields);
        if (document.kind() != Document.Kind.LOG && parser.nextToken() != null) {
            throw unreadable("must be one object in JSON, but more follows", FileStart.FORMS);
        }
        return document;
    }

    private static JsonNode value(String field, JsonParser parser) throws IOException {
        if (NOT_NEEDED.contains(field)) {
            parser.skipChildren();
            return MissingNode.getInstance();
        }
        return JSON.readTree(parser);
    }

    private UnreadableInput unreadable(String problem, String fix) {
        return new UnreadableInput(name + ": " + problem + "\n  " + fix);
    }
}
