package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformStack;
import dev.alb.routing.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Terraform JSON of one stack, with assertions on it.
 *
 * <pre>{@code
 * SynthesizedStack stack = SynthesizedStack.of(myStack);
 * stack.hasExactly("aws_lb_listener", "http", "https");
 * stack.resource("aws_lb", "wiki").has("idle_timeout", 300).lacks("name");
 * stack.resource("aws_lb_listener_rule", where("{priority: 10}")).refersTo("listener_arn", "aws_lb_listener.https.arn");
 * }</pre>
 *
 * <p>A type is written as Terraform does, that of a data source with {@code data.} in front. CDKTF's own notes (keys named
 * {@code "//"}) are not part of what is compared. Each failure is an {@link AssertionError} that says what was expected,
 * shows the actual JSON and names what comes nearest.
 */
public final class SynthesizedStack {
    private static final int CANDIDATES_SHOWN = 3;
    private static final String REMOTE_STATE_ID = "cross-stack-reference-input-";

    private final String name;
    private final JsonNode json;
    private final Map<String, SynthesizedStack> app;

    private SynthesizedStack(String name, JsonNode json, Map<String, SynthesizedStack> app) {
        this.name = name;
        this.json = Json.withoutComments(json);
        this.app = app;
        app.put(name, this);
    }

    /**
     * Synthesizes the app of a stack and takes this stack of it.
     *
     * <p>The whole app is synthesized, so that checks across stacks run and references between stacks are there.
     * The app writes into its output folder ({@code Testing.app()} has one of its own), which is emptied afterwards unless
     * the app had been synthesized there before.
     *
     * @throws RuntimeException if a check refuses the app
     */
    public static SynthesizedStack of(TerraformStack stack) {
        String path = stack.getNode().getPath();
        return of(Synthesis.of(stack), path);
    }

    /** Takes the JSON of a stack that stands alone. */
    public static SynthesizedStack ofJson(String json) {
        return new SynthesizedStack("stack", Json.parse(json), new HashMap<>());
    }

    /**
     * Reads a stack that was synthesized before.
     *
     * @param cdkTfJson its {@code cdk.tf.json}; stacks beside it in the same {@code cdktf.out} are read when a reference
     *     leads there
     */
    public static SynthesizedStack read(Path cdkTfJson) {
        Path file = cdkTfJson.toAbsolutePath().normalize();
        Path stackFolder = file.getParent();
        Path manifest = stackFolder.resolve("../../manifest.json").normalize();
        if (!Files.exists(manifest)) {
            return ofJson(Synthesis.text(file));
        }
        Map<String, JsonNode> stacks = Synthesis.read(manifest.getParent());
        return of(stacks, String.valueOf(stackFolder.getFileName()));
    }

    private static SynthesizedStack of(Map<String, JsonNode> stacks, String name) {
        Map<String, SynthesizedStack> app = new HashMap<>();
        stacks.forEach((path, json) -> new SynthesizedStack(path, json, app));
        SynthesizedStack stack = app.get(name);
        if (stack == null) {
            throw new AssertionError("There is no stack " + name + " among " + new TreeSet<>(app.keySet()));
        }
        return stack;
    }

    /**
     * JSON as a value for {@link ResourceAssert#has(String, Object)} or {@link ResourceAssert#hasExactly(String, Object)}.
     *
     * @param text JSON, in which quotes around names may be missing and quotes may be single
     */
    public static JsonNode json(String text) {
        return Json.parse(text);
    }

    /** The name of the stack. */
    public String name() {
        return name;
    }

    /** The whole JSON, without CDKTF's notes. */
    public JsonNode json() {
        return json;
    }

    /** Another stack of the same app. */
    public SynthesizedStack stack(String otherName) {
        return sibling(otherName)
                .orElseThrow(() ->
                        new AssertionError("There is no stack " + otherName + " among " + new TreeSet<>(app.keySet())));
    }

    /** The resource of that address, such as {@code resource("aws_lb", "wiki")}. */
    public ResourceAssert resource(String type, String name) {
        return assertOn(named(type, name, blocks(type)));
    }

    /** The only resource of a type that has that content; a failure if there is none or more than one. */
    public ResourceAssert resource(String type, Where where) {
        return assertOn(theOnly(type, where, blocks(type)));
    }

    /** The only resource of a type. */
    public ResourceAssert resource(String type) {
        return assertOn(theOnly(type, Where.where("{}"), blocks(type)));
    }

    /** The data source of that address, such as {@code data("aws_lb", "wiki")}. */
    public ResourceAssert data(String type, String name) {
        return resource("data." + type, name);
    }

    /** The only data source of a type that has that content. */
    public ResourceAssert data(String type, Where where) {
        return resource("data." + type, where);
    }

    /** An output; its {@code value} is an attribute like others. */
    public ResourceAssert output(String name) {
        return assertOn(named("output", name, children("output", json.path("output"))));
    }

    /** A variable. */
    public ResourceAssert variable(String name) {
        return assertOn(named("variable", name, children("variable", json.path("variable"))));
    }

    /** The configuration of a provider that has no alias. */
    public ResourceAssert provider(String type) {
        return provider(type, null);
    }

    /** The configuration of a provider that has that alias. */
    public ResourceAssert provider(String type, @Nullable String alias) {
        JsonNode configurations = json.path("provider").path(type);
        Stream<JsonNode> all = configurations.isArray() ? configurations.valueStream() : Stream.of(configurations);
        String address = "provider." + type + (alias == null ? "" : "." + alias);
        return all.filter(c -> c.isObject()
                        && String.valueOf(alias).equals(c.path("alias").asText("null")))
                .findFirst()
                .map(c -> assertOn(new Block(address, c)))
                .orElseThrow(() -> missing(address, "provider " + Json.pretty(json.path("provider"))));
    }

    /** The backend, whatever its type; {@link #backend(String)} asserts the type too. */
    public ResourceAssert backend() {
        List<Block> backends = children("backend", json.path("terraform").path("backend"));
        if (backends.size() != 1) {
            throw missing("one backend", "terraform " + Json.pretty(json.path("terraform")));
        }
        return assertOn(backends.get(0));
    }

    /** The backend, which has to be of that type: {@code backend("s3")}. */
    public ResourceAssert backend(String type) {
        return assertOn(named(
                "backend", type, children("backend", json.path("terraform").path("backend"))));
    }

    /** The whole document as one block, for what has no method here: {@code whole().has("moved.0.to", "aws_lb.wiki")}. */
    public ResourceAssert whole() {
        return assertOn(new Block("stack " + name, json));
    }

    /** Asserts that the resources of a type are these and no others; without names, that there is none. */
    public SynthesizedStack hasExactly(String type, String... names) {
        return hasExactlyThese(
                "resources of " + type,
                Stream.of(names).map(n -> type + "." + n).toList(),
                blocks(type));
    }

    /** Asserts that all resources and data sources of the stack are these and no others. */
    public SynthesizedStack hasExactlyTheAddresses(String... addresses) {
        return hasExactlyThese("addresses", List.of(addresses), all());
    }

    /** The addresses of all resources and data sources, sorted. */
    public List<String> addresses() {
        return all().stream().map(Block::address).sorted().toList();
    }

    /** Asserts that no resource of a type is there. */
    public SynthesizedStack hasNo(String type) {
        return hasNoneOf(type, "", blocks(type));
    }

    /**
     * Asserts that no resource of a type has that content.
     *
     * @param json partial JSON, as in {@link Where#where(String)}
     */
    public SynthesizedStack hasNo(String type, String json) {
        return hasNo(type, Where.where(json));
    }

    /** Asserts that no resource of a type has that content. */
    public SynthesizedStack hasNo(String type, Where where) {
        List<Block> found = blocks(type).stream()
                .filter(block -> PartialMatch.matches(where.content(), block.json()))
                .toList();
        return hasNoneOf(type, " " + where, found);
    }

    /**
     * A request by GET for a URL, to say what becomes of it.
     *
     * @throws IllegalArgumentException if it is no URL with {@code http} or {@code https} and a host
     */
    public RequestAssert request(String url) {
        return new RequestAssert(Topologies.of(json), Request.of(url), null);
    }

    /**
     * Asserts that each request that reaches a target group is of one of these classes. It is a proof for all requests there
     * are; a failure has one that is of none of them.
     *
     * @param targetGroup its address, such as {@code aws_lb_target_group.synchrony}
     * @param allowed without any, that nothing reaches it
     */
    public SynthesizedStack nothingElseReaches(String targetGroup, Requests... allowed) {
        List<String> others = new RoutingProof(Topologies.of(json)).othersThatReach(targetGroup, List.of(allowed));
        if (!others.isEmpty()) {
            throw new AssertionError("Expected that nothing reaches " + targetGroup + " but " + List.of(allowed)
                    + ", got\n" + String.join("\n", others));
        }
        return this;
    }

    /** Asserts that each rule gets some requests, and that rules before it don't take all of them. */
    public SynthesizedStack everyRuleCanMatch() {
        List<String> never = new RoutingProof(Topologies.of(json)).rulesThatNeverMatch();
        if (!never.isEmpty()) {
            throw new AssertionError("Expected that every rule can match, got\n" + String.join("\n", never));
        }
        return this;
    }

    /** The blocks of a type, in the order of the JSON. */
    List<Block> blocks(String type) {
        boolean isData = type.startsWith("data.");
        String plainType = isData ? type.substring("data.".length()) : type;
        return children(type, json.path(isData ? "data" : "resource").path(plainType));
    }

    /** Whether the block to which a reference leads stands in this stack. */
    boolean declares(String address) {
        List<String> steps = JsonPath.of(address).steps();
        boolean isData = steps.get(0).equals("data");
        int type = isData ? 1 : 0;
        return steps.size() > type + 1
                && json.path(isData ? "data" : "resource").path(steps.get(type)).has(steps.get(type + 1));
    }

    Optional<SynthesizedStack> sibling(String otherName) {
        return Optional.ofNullable(app.get(otherName));
    }

    /** The stack whose state a remote state reads: by the name that CDKTF gives it, or by an equal backend. */
    Optional<SynthesizedStack> stackOfRemoteState(String remoteStateName) {
        Optional<SynthesizedStack> byName = remoteStateName.startsWith(REMOTE_STATE_ID)
                ? sibling(remoteStateName.substring(REMOTE_STATE_ID.length()))
                : Optional.empty();
        JsonNode remote = json.path("data").path("terraform_remote_state").path(remoteStateName);
        return byName.or(() -> app.values().stream()
                .filter(other -> other != this && other.keepsItsStateIn(remote))
                .findFirst());
    }

    private boolean keepsItsStateIn(JsonNode remoteState) {
        JsonNode backend = json.path("terraform")
                .path("backend")
                .path(remoteState.path("backend").asText());
        return backend.isObject() && Json.same(backend, remoteState.path("config"));
    }

    private List<Block> all() {
        return Stream.concat(types("resource"), types("data").map(type -> "data." + type))
                .flatMap(type -> blocks(type).stream())
                .toList();
    }

    private ResourceAssert assertOn(Block block) {
        return new ResourceAssert(this, block);
    }

    private Stream<String> types(String section) {
        return json.path(section).propertyStream().map(Map.Entry::getKey);
    }

    private static List<Block> children(String prefix, JsonNode parent) {
        return parent.propertyStream()
                .map(field -> new Block(prefix + "." + field.getKey(), PartialMatch.asBlock(field.getValue())))
                .toList();
    }

    private Block named(String type, String wanted, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> missing(type + "." + wanted, nearestTo(type, wanted, blocks)));
    }

    private String nearestTo(String type, String wanted, List<Block> blocks) {
        if (blocks.isEmpty()) {
            return "The stack has nothing of that type; its addresses: " + addresses();
        }
        List<String> names = Nearest.to(wanted, blocks.stream().map(Block::name).toList());
        Block nearest = blocks.stream()
                .filter(block -> block.name().equals(names.get(0)))
                .findFirst()
                .orElseThrow();
        return "Nearest names of " + type + ": " + String.join(", ", names) + "\n" + nearest.shown();
    }

    private Block theOnly(String type, Where where, List<Block> blocks) {
        List<Block> found = blocks.stream()
                .filter(block -> PartialMatch.matches(where.content(), block.json()))
                .toList();
        if (found.isEmpty()) {
            throw missing(type + " " + where, nearestTo(where, blocks));
        }
        if (found.size() > 1) {
            throw new AssertionError(
                    "Expected one " + type + " " + where + ", got " + found.size() + "\n" + shown(found));
        }
        return found.get(0);
    }

    private String nearestTo(Where where, List<Block> blocks) {
        if (blocks.isEmpty()) {
            return "The stack has nothing of that type; its addresses: " + addresses();
        }
        return blocks.stream()
                .sorted(Comparator.comparingInt(
                        block -> differences(where, block).size()))
                .limit(CANDIDATES_SHOWN)
                .map(block -> block.address() + " differs at\n"
                        + differences(where, block).stream()
                                .map(difference -> "  " + difference)
                                .collect(Collectors.joining("\n"))
                        + "\n" + block.shown())
                .collect(Collectors.joining("\n", "Nearest:\n", ""));
    }

    private static List<Difference> differences(Where where, Block block) {
        return PartialMatch.differences(where.content(), block.json());
    }

    private static String shown(List<Block> blocks) {
        return blocks.stream().map(Block::shown).collect(Collectors.joining("\n"));
    }

    private SynthesizedStack hasExactlyThese(String what, List<String> expected, List<Block> blocks) {
        TreeSet<String> actual = blocks.stream().map(Block::address).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(actual);
        TreeSet<String> unexpected = new TreeSet<>(actual);
        expected.forEach(unexpected::remove);
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw new AssertionError("Expected exactly the " + what + ": " + new TreeSet<>(expected) + ", got " + actual
                    + "\nmissing: " + withNearest(missing, unexpected) + "\nunexpected: " + unexpected + "\nActual:\n"
                    + shown(blocks));
        }
        return this;
    }

    private static List<String> withNearest(TreeSet<String> missing, TreeSet<String> unexpected) {
        List<String> shown = new ArrayList<>();
        for (String address : missing) {
            List<String> nearest = Nearest.to(address, unexpected);
            shown.add(nearest.isEmpty() ? address : address + " (nearest: " + nearest.get(0) + ")");
        }
        return shown;
    }

    private SynthesizedStack hasNoneOf(String type, String where, List<Block> found) {
        if (!found.isEmpty()) {
            throw new AssertionError("Expected no " + type + where + ", got " + found.size() + "\n" + shown(found));
        }
        return this;
    }

    private static AssertionError missing(String what, String details) {
        return new AssertionError("Expected " + what + ", and it is not there\n" + details);
    }
}
