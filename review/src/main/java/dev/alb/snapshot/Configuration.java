package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the configuration in a plan says of where the values of resources come from. */
final class Configuration {
    private final Scope root;
    private final Map<List<Address.Call>, Scope> scopes = new HashMap<>();
    private final Map<JsonNode, Map<String, JsonNode>> resources = new IdentityHashMap<>();

    /**
     * The configuration of a plan.
     *
     * @param json {@code configuration}
     * @param instances the resources that there are after the plan
     */
    Configuration(JsonNode json, Instances instances) {
        root = Scope.root(json.path("root_module"), instances);
    }

    /** Where the values of a resource come from. */
    Origin originOf(String text) {
        Address address = Address.of(text);
        Scope scope = scope(address.calls());
        JsonNode configured = resources(scope.module()).get(address.resource());
        return configured == null
                ? Origin.NONE
                : new ConfiguredOrigin(
                        configured.path("expressions"), scope, Repetition.of(configured, address.key(), scope));
    }

    private Scope scope(List<Address.Call> calls) {
        Scope known = calls.isEmpty() ? root : scopes.get(calls);
        if (known == null) {
            int last = calls.size() - 1;
            known = scope(calls.subList(0, last)).child(calls.get(last));
            scopes.put(calls, known);
        }
        return known;
    }

    private Map<String, JsonNode> resources(JsonNode module) {
        return resources.computeIfAbsent(module, configured -> {
            Map<String, JsonNode> byName = new HashMap<>();
            for (JsonNode resource : configured.path("resources")) {
                byName.put(resource.path("address").asText(), resource);
            }
            return byName;
        });
    }
}
