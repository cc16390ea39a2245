package dev.alb.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A plan of Terraform: what it says, and assertions on it.
 *
 * <pre>{@code
 * terraform.plan()
 *         .updatesInPlace("aws_lb.wiki", "idle_timeout")
 *         .replaces("aws_lb_target_group.confluence", "port")
 *         .changesNothingElse();
 * }</pre>
 *
 * <p>An assertion that fails throws an {@link AssertionError} that shows all planned changes. Each returns the plan.
 */
public final class TerraformPlan {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> REPLACEMENTS = Set.of("delete/create", "create/delete");

    private final TerraformRun run;
    private final Supplier<TerraformRun> show;
    private final Set<String> expected = new TreeSet<>();
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

    /** Asserts that these resources are new. */
    public TerraformPlan creates(String... addresses) {
        return each(Set.of("create"), addresses);
    }

    /** Asserts that these resources go, and nothing takes their place. */
    public TerraformPlan destroys(String... addresses) {
        return each(Set.of("delete"), addresses);
    }

    /**
     * Asserts that a resource stays and changes.
     *
     * @param attributes the attributes and blocks that change, all of them; none leaves them open
     */
    public TerraformPlan updatesInPlace(String address, String... attributes) {
        each(Set.of("update"), address);
        return because(address, "change", changed(address), attributes);
    }

    /**
     * Asserts that a resource is destroyed and made anew.
     *
     * @param attributes the attributes that force it, all of them, as paths ({@code subnet_mapping.0.subnet_id}); none
     *     leaves them open
     */
    public TerraformPlan replaces(String address, String... attributes) {
        each(REPLACEMENTS, address);
        return because(address, "force the replacement", replacePaths(address), attributes);
    }

    /** Asserts that what replaces a resource is made before the resource goes. */
    public TerraformPlan createsBeforeItDestroys(String address) {
        return each(Set.of("create/delete"), address);
    }

    /** Asserts that nothing changes but what was asserted before on this plan. */
    public TerraformPlan changesNothingElse() {
        Map<String, String> others = actions();
        others.keySet().removeAll(expected);
        if (!others.isEmpty()) {
            throw failure("The plan must change nothing else, got " + others);
        }
        return this;
    }

    /** Asserts that nothing changes: neither a resource nor an output. */
    public TerraformPlan isEmpty() {
        List<String> outputs = StreamSupport.stream(
                        planJson().path("output_changes").properties().spliterator(), false)
                .filter(output -> !action(output.getValue().path("actions")).equals("no-op"))
                .map(Map.Entry::getKey)
                .toList();
        if (!actions().isEmpty() || !outputs.isEmpty()) {
            throw failure(
                    "The plan must be empty, got " + actions() + (outputs.isEmpty() ? "" : ", outputs " + outputs));
        }
        return this;
    }

    private TerraformPlan each(Set<String> wanted, String... addresses) {
        Map<String, String> actions = actions();
        for (String address : addresses) {
            String action = actions.get(address);
            if (action == null || !wanted.contains(action)) {
                String got = action == null ? "no change" : action;
                throw failure("The plan of " + address + " must be " + String.join(" or ", new TreeSet<>(wanted))
                        + ", got " + got);
            }
            expected.add(address);
        }
        return this;
    }

    private TerraformPlan because(String address, String verb, Set<String> actual, String... attributes) {
        Set<String> wanted = new TreeSet<>(List.of(attributes));
        if (!wanted.isEmpty() && !wanted.equals(actual)) {
            throw failure("Of " + address + ", " + wanted + " must " + verb + ", got " + actual);
        }
        return this;
    }

    /** The attributes at the top of a resource that differ; one that is unknown may. */
    private Set<String> changed(String address) {
        JsonNode change = change(address);
        JsonNode before = change.path("before");
        JsonNode after = change.path("after");
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        change.path("after_unknown").fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> isSame(before.path(name), after.path(name))
                && !hasTrue(change.path("after_unknown").path(name)));
        return names;
    }

    private static boolean isSame(JsonNode before, JsonNode after) {
        return before.equals(after) || isNothing(before) && isNothing(after);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private static boolean hasTrue(JsonNode node) {
        return node.asBoolean(false)
                || StreamSupport.stream(node.spliterator(), false).anyMatch(TerraformPlan::hasTrue);
    }

    private Set<String> replacePaths(String address) {
        Set<String> paths = new TreeSet<>();
        for (JsonNode path : change(address).path("replace_paths")) {
            paths.add(StreamSupport.stream(path.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(".")));
        }
        return paths;
    }

    private AssertionError failure(String what) {
        return new AssertionError(what + "\nAll changes: " + actions() + "\n" + run.stdout());
    }

    private static String action(JsonNode actions) {
        List<String> names = new ArrayList<>();
        actions.forEach(action -> names.add(action.asText()));
        return String.join("/", names);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
