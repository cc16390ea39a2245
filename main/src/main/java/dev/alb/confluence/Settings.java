package dev.alb.confluence;

import com.hashicorp.cdktf.TerraformElement;
import dev.alb.terraform.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** What a stack says to Terraform itself: the provider, the state, and what is taken over. */
final class Settings extends TerraformElement {
    private final Map<String, Object> terraform = new LinkedHashMap<>();
    private final Map<String, Object> provider = new LinkedHashMap<>();
    private final List<Map<String, Object>> imports = new ArrayList<>();

    Settings(Construct stack) {
        super(stack, "settings");
    }

    /** The provider, its version, and its arguments. */
    void useProvider(String version, Map<String, Object> arguments) {
        terraform.put("required_version", ">= 1.5");
        terraform.put("required_providers", Map.of("aws", Map.of("source", "hashicorp/aws", "version", version)));
        provider.putAll(arguments);
    }

    /** Where the state is kept. */
    void keepStateIn(String backend, Map<String, Object> settings) {
        terraform.put(
                backend.equals("cloud") ? "cloud" : "backend",
                backend.equals("cloud") ? settings : Map.of(backend, settings));
    }

    /** Something that was made by hand and is taken over at the next apply. */
    void adopt(String address, String id) {
        imports.add(Map.of("to", address, "id", Attributes.render(id)));
    }

    @Override
    public Object toTerraform() {
        Map<String, Object> blocks = new LinkedHashMap<>();
        blocks.put("terraform", terraform);
        blocks.put("provider", Map.of("aws", List.of(provider)));
        if (!imports.isEmpty()) {
            blocks.put("import", imports);
        }
        return blocks;
    }
}
