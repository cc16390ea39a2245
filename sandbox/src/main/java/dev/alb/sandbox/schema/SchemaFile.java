package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The parts of one description of AWS, from a file for the modules and one for each service. */
record SchemaFile(JsonNode provider, ObjectNode resources, ObjectNode dataSources) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of a description; a later file may add to a type of an earlier one. */
    static SchemaFile read(String name, List<String> services) {
        JsonNode first = read(name + ".json");
        SchemaFile all = new SchemaFile(first.path("provider"), empty(), empty());
        all.add(first);
        services.forEach(service -> all.add(read(name + "/" + service + ".json")));
        return all;
    }

    private void add(JsonNode file) {
        SharedBlocks.in(file);
        add(file.path("resources"), resources);
        add(file.path("data_sources"), dataSources);
    }

    private static void add(JsonNode types, ObjectNode all) {
        types.properties().forEach(type -> all.withObject("/" + type.getKey()).setAll((ObjectNode) type.getValue()));
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode read(String name) {
        try (InputStream in = SchemaFile.class.getResourceAsStream("/dev/alb/sandbox/" + name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
