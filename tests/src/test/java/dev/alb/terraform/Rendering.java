package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.alb.assertions.SynthesizedStack;
import org.junit.jupiter.api.function.Executable;

/** What becomes of a value in Terraform JSON, and why another one is refused; without any synthesis. */
public final class Rendering {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Rendering() {}

    /** Asserts the JSON of a value; quotes may be single or missing. */
    public static void assertRenders(String json, Object value) {
        assertEquals(pretty(SynthesizedStack.json(json)), pretty(Attributes.render(value)));
    }

    /** Asserts the whole message with which something is refused. */
    public static void assertRefuses(String message, Executable input) {
        assertEquals(message.strip(), assertThrows(InvalidInput.class, input).getMessage());
    }

    private static String pretty(Object value) {
        try {
            Object sortable = JSON.readValue(JSON.writeValueAsString(value), Object.class);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sortable);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
