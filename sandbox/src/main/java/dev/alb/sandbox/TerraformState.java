package dev.alb.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What Terraform remembers, and assertions on it. A failure shows what it remembers. */
public final class TerraformState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode json;
    private final Map<String, JsonNode> resources = new TreeMap<>();

    TerraformState(TerraformRun show) {
        json = parse(show.orThrow().stdout());
        collect(json.at("/values/root_module"));
    }

    /** All of it, as {@code terraform show -json} writes it. */
    public JsonNode json() {
        return json;
    }

    /**
     * The attributes of a resource.
     *
     * @throws AssertionError if there is no such resource
     */
    public JsonNode resource(String address) {
        JsonNode resource = resources.get(address);
        if (resource == null) {
            throw new AssertionError("The state must hold " + address + ", got " + resources.keySet());
        }
        return resource.path("values");
    }

    /** The value of an output; a missing node where there is none. */
    public JsonNode output(String name) {
        return json.at("/values/outputs").path(name).path("value");
    }

    /**
     * Asserts that an attribute of a resource has a value.
     *
     * @param path an attribute, or a way into its blocks: {@code health_check/0/path}
     */
    public TerraformState has(String address, String path, @Nullable Object value) {
        JsonNode actual = resource(address).at("/" + path);
        if (!isSame(actual, JSON.valueToTree(value))) {
            throw new AssertionError(address + " must have " + path + " = " + value + ", got " + actual + "\n"
                    + resource(address).toPrettyString());
        }
        return this;
    }

    /** Asserts that Terraform remembers these resources and no other one; data sources don't count. */
    public TerraformState holdsExactly(String... addresses) {
        TreeSet<String> actual = new TreeSet<>(resources.keySet());
        actual.removeIf(address -> resources.get(address).path("mode").asText().equals("data"));
        if (!actual.equals(new TreeSet<>(List.of(addresses)))) {
            throw new AssertionError("The state must hold exactly " + List.of(addresses) + ", got " + actual);
        }
        return this;
    }

    private static boolean isSame(JsonNode actual, JsonNode expected) {
        return expected.isNull()
                ? actual.isNull() || actual.isMissingNode()
                : actual.equals(expected)
                        || actual.isNumber() && actual.asText().equals(expected.asText());
    }

    private void collect(JsonNode module) {
        module.path("resources")
                .forEach(resource -> resources.put(resource.path("address").asText(), resource));
        module.path("child_modules").forEach(this::collect);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
