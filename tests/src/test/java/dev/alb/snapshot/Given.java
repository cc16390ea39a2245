package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads texts, in which ' stands for ", as if they were files. */
final class Given {
    private Given() {}

    static InputStream stream(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(String json) {
        try {
            return new ObjectMapper().readTree(stream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Plan plan(String fields) {
        return plan(stream("{'format_version': '1.2', 'planned_values': {}, " + fields + "}"));
    }

    /** A plan as Terraform writes it, in which ' is itself. */
    static Plan planFile(String json) {
        return plan(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Plan plan(InputStream in) {
        try {
            return PlanFile.read(in, "plan.json");
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Snapshot synthesized(String json) {
        try {
            return SynthesizedJson.read(stream(json), "cdk.tf.json");
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Snapshot state(String json) {
        try {
            return StateFile.read(stream(json), "state.json");
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** One of {@code resource_changes}. */
    static String change(String address, String actions, String more) {
        return "{'address': '" + address + "', 'mode': 'managed', 'type': 'aws_lb', 'change': {'actions': " + actions
                + ", " + more + "}}";
    }
}
