package dev.alb.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.site.Site;
import dev.alb.site.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Terraform tells of a stack that is deployed; nothing where it can't be asked without changing anything. */
final class StackOutputs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StackOutputs() {}

    /** Of a stack in a sandbox, whose state is always beside it. */
    static Map<String, String> inSandbox(Path sandbox, String stack) {
        return ofState(sandbox.resolve("stacks").resolve(stack).resolve("terraform.tfstate"));
    }

    /** Of a site: from its state where that is a file, and otherwise from Terraform, if it has been run here. */
    static Map<String, String> ofSite(SiteFile file, Path output) {
        Site site = file.site();
        boolean isLocal = site.backend().isEmpty() || site.backend().containsKey("local");
        if (isLocal) {
            Object path = site.backend().getOrDefault("local", Map.of()).get("path");
            String name = path == null ? "terraform." + site.name() + ".tfstate" : String.valueOf(path);
            return ofState(file.path().toAbsolutePath().resolveSibling(name));
        }
        Path stack = output.resolve("stacks").resolve(site.name());
        return Files.isDirectory(stack.resolve(".terraform")) ? ofTerraform(stack) : Map.of();
    }

    private static Map<String, String> ofTerraform(Path stack) {
        try {
            List<String> line = List.of(TerraformProgram.find(null).file().toString(), "output", "-json", "-no-color");
            ProcessBuilder builder = new ProcessBuilder(line).directory(stack.toFile());
            return values(JSON.readTree(Child.of(builder).output()));
        } catch (IOException | Failure e) {
            // Names lead to what is looked for as well.
            return Map.of();
        }
    }

    private static Map<String, String> ofState(Path state) {
        try {
            return Files.exists(state) ? values(JSON.readTree(state.toFile()).path("outputs")) : Map.of();
        } catch (IOException e) {
            // Terraform will tell the user what is wrong with it.
            return Map.of();
        }
    }

    /** Texts that aren't secret. */
    private static Map<String, String> values(JsonNode outputs) {
        Map<String, String> values = new TreeMap<>();
        outputs.propertyStream().forEach(output -> {
            JsonNode value = output.getValue().path("value");
            if (value.isTextual() && !output.getValue().path("sensitive").asBoolean()) {
                values.put(output.getKey(), value.asText());
            }
        });
        return values;
    }
}
