package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one block: a resource, or a data source, output, provider or backend.
 *
 * <p>A path leads to an attribute: {@code health_check.interval}, with the elements of lists by number
 * ({@code action.0.type} or {@code action[0].type}) and unusual keys in quotes ({@code tags["a.b"]}). One block and a list
 * of one block are the same, as they are to Terraform. Every assertion returns this object, so that they can be chained.
 */
public final class ResourceAssert {
    /** The attributes in which Terraform takes addresses without <code>${}</code>. */
    private static final Set<String> PLAIN_ADDRESSES = Set.of("depends_on", "provider", "replace_triggered_by");

    private final SynthesizedStack stack;
    private final Block block;

    ResourceAssert(SynthesizedStack stack, Block block) {
        this.stack = stack;
        this.block = block;
    }

    /** The address, such as {@code aws_lb.wiki}. */
    public String address() {
        return block.address();
    }

    /** The JSON of the block. */
    public JsonNode json() {
        return block.json();
    }

    /** The JSON at a path; a missing node where there is none. */
    public JsonNode json(String path) {
        return JsonPath.of(path).in(block.json());
    }

    /**
     * Asserts that something stands at a path, whatever it is; or, with a text that begins with a brace, that the block has
     * at least this content.
     *
     * <p>In partial JSON an object has to have the fields that are named, and may have others; each expected element of a
     * list has to be matched by some element; an empty list has to be empty; {@code null} stands for "not there". Quotes
     * around names may be missing, and quotes may be single.
     */
    public ResourceAssert has(String pathOrJson) {
        if (pathOrJson.stripLeading().startsWith("{")) {
            return hasAll("", Json.parse(pathOrJson), block.json());
        }
        JsonNode actual = json(pathOrJson);
        if (actual.isMissingNode() || actual.isNull()) {
            throw failure(pathOrJson + " expected, got nothing" + nearestTo(pathOrJson));
        }
        return this;
    }

    /**
     * Asserts a value: {@code has("health_check.interval", 30)}.
     *
     * <p>A {@code Map}, a {@code List} or {@link SynthesizedStack#json(String)} has to match partially, as in
     * {@link #has(String)}; {@code null} is the same as {@link #lacks(String)}.
     */
    public ResourceAssert has(String path, @Nullable Object value) {
        return hasAll(path, Json.of(value), json(path));
    }

    /** Asserts a value in all its parts, lists with their order. */
    public ResourceAssert hasExactly(String path, @Nullable Object value) {
        JsonNode expected = Json.of(value);
        JsonNode actual = json(path);
        boolean bothAbsent = expected.isNull() && actual.isMissingNode();
        if (!bothAbsent && !Json.same(expected, actual)) {
            throw failure(new Difference(path, expected, actual) + nearestTo(path));
        }
        return this;
    }

    /** Asserts that the block consists of this JSON and nothing else. */
    public ResourceAssert hasExactly(String json) {
        JsonNode expected = Json.parse(json);
        if (!Json.same(expected, block.json())) {
            throw failure("expected exactly " + Json.pretty(expected));
        }
        return this;
    }

    /** Asserts that nothing stands at a path. */
    public ResourceAssert lacks(String path) {
        JsonNode actual = json(path);
        if (!actual.isMissingNode() && !actual.isNull()) {
            throw failure(path + ": expected nothing, got " + Json.shown(actual));
        }
        return this;
    }

    /**
     * Asserts that a value is a reference to an attribute, however it is written.
     *
     * <p>Followed are locals, the remote state by which CDKTF refers to another stack, and data sources that are found by
     * a resource's ARN, id or name; {@code id} and {@code arn} are the same where AWS makes them so. Of a list, one
     * element has to be that reference. A text that merely contains it is not.
     *
     * @param reference {@code aws_lb.wiki.arn}; with the name of another stack in front, {@code network/aws_lb.wiki.arn}, it
     *     has to lead into that stack; without, it leads into another stack only if this one has no such block
     */
    public ResourceAssert refersTo(String path, String reference) {
        References references = new References(stack);
        Set<String> meanings = meanings(path, references);
        if (!references.isMeant(references.expected(reference), meanings)) {
            String followed = meanings.isEmpty() ? "" : ", which means " + String.join(" = ", meanings);
            throw failure(path + ": expected a reference to " + reference + ", got " + Json.shown(json(path)) + followed
                    + nearestTo(path));
        }
        return this;
    }

    /** Asserts that a value is no reference to an attribute, followed as in {@link #refersTo}. */
    public ResourceAssert refersNotTo(String path, String reference) {
        References references = new References(stack);
        if (references.isMeant(references.expected(reference), meanings(path, references))) {
            throw failure(path + ": expected no reference to " + reference + ", got " + Json.shown(json(path)));
        }
        return this;
    }

    private ResourceAssert hasAll(String path, JsonNode expected, JsonNode actual) {
        List<Difference> differences = PartialMatch.differences(expected, actual);
        if (!differences.isEmpty()) {
            throw failure(differences.stream()
                    .map(d -> new Difference(below(path, d.path()), d.expected(), d.actual()))
                    .map(d -> d + nearestTo(d.path()))
                    .collect(Collectors.joining("\n")));
        }
        return this;
    }

    private static String below(String parent, String path) {
        return parent.isEmpty() || path.isEmpty() || path.startsWith("[") ? parent + path : parent + "." + path;
    }

    private Set<String> meanings(String path, References references) {
        boolean isPlain = PLAIN_ADDRESSES.contains(JsonPath.of(path).steps().get(0));
        JsonNode value = json(path);
        Stream<JsonNode> elements = value.isArray() ? value.valueStream() : Stream.of(value);
        return elements.filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .flatMap(text -> (isPlain ? references.meaningsOfAddress(text) : references.meanings(text)).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String nearestTo(String path) {
        JsonPath way = JsonPath.of(path);
        if (!way.in(block.json()).isMissingNode()) {
            return "";
        }
        List<String> names = Nearest.to(way.stepWhereItEnds(block.json()), way.namesWhereItEnds(block.json()));
        return names.isEmpty() ? "" : "\nNearest names: " + String.join(", ", names);
    }

    private AssertionError failure(String what) {
        return new AssertionError(block.address() + ": " + what + "\nActual:\n" + block.shown());
    }
}
