package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.snapshot.SynthesizedJson;
import dev.alb.snapshot.UnreadableInput;
import dev.alb.topology.Topology;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** The load balancers of synthesized JSON. */
final class Topologies {
    private Topologies() {}

    static Topology of(JsonNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return Topology.of(SynthesizedJson.read(new ByteArrayInputStream(bytes), "the stack"));
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
