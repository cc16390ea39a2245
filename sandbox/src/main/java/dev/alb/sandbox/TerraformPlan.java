package dev.alb.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.sandbox.schema.ValueRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A plan of Terraform, and what it says. */
public final class TerraformPlan {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TerraformRun run;
    private final Supplier<TerraformRun> show;
    private @Nullable JsonNode json;

    TerraformPlan(TerraformRun run, Supplier<TerraformRun> show) {
        this.run = run;
        this.show = show;
    }

    /** The run that made it. */
    public TerraformRun run() {
        return run;
    }

    /** 0 if Terraform could make a plan, whether it changes anything or not. */
    public int exitCode() {
        return run.exitCode();
    }

    /** What Terraform printed: the plan for people. */
    public String stdout() {
        return run.stdout();
    }

    /** Why Terraform could not make a plan. */
    public String stderr() {
        return run.stderr();
    }

    /**
     * The plan for machines, as {@code terraform show -json} writes it.
     *
     * @throws IllegalStateException if Terraform could not make a plan
     */
    public JsonNode planJson() {
        if (json == null) {
            run.orThrow();
            json = parse(show.get().orThrow().stdout());
        }
        return json;
    }

    /** What happens to each resource that changes: its address, and {@code create}, {@code delete/create}, … */
    public Map<String, String> actions() {
        Map<String, String> actions = new TreeMap<>();
        for (JsonNode change : planJson().path("resource_changes")) {
            String action = action(change.path("change").path("actions"));
            if (!action.equals("no-op") && !action.equals("read")) {
                actions.put(change.path("address").asText(), action);
            }
        }
        return actions;
    }

    /** The planned change of one resource. */
    public JsonNode change(String address) {
        for (JsonNode change : planJson().path("resource_changes")) {
            if (change.path("address").asText().equals(address)) {
                return change.path("change");
            }
        }
        throw new IllegalArgumentException(
                "The plan must hold " + address + ", got " + actions().keySet());
    }

    private static String action(JsonNode actions) {
        return String.join("/", ValueRules.texts(actions));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
