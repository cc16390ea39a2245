package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a configuration in JSON: {@code cdk.tf.json} of CDKTF, or any other {@code *.tf.json}.
 *
 * <p>What holds an expression is not known, unless that is a local with a fixed value; a variable can be set from outside.
 * What is left out is absent: the defaults of the AWS provider are not filled in. A resource with {@code count} or
 * {@code for_each} is one resource.
 */
public final class SynthesizedJson {
    /** How the names of these files end. */
    static final String ENDING = ".tf.json";

    private record Block(String address, String type, boolean isData, JsonNode body) {}

    private final SynthesizedScope scope = new SynthesizedScope();
    private final List<Block> blocks = new ArrayList<>();

    private SynthesizedJson() {}

    /**
     * The resources of a file, or of all {@code *.tf.json} of a folder such as {@code cdktf.out/stacks/wiki}.
     *
     * @throws UnreadableInput if there is no such file, or it is no configuration in JSON
     */
    public static Snapshot read(Path fileOrFolder) throws UnreadableInput {
        SynthesizedJson all = new SynthesizedJson();
        for (Path file : Files.isDirectory(fileOrFolder) ? filesIn(fileOrFolder) : List.of(fileOrFolder)) {
            all.add(InputFile.read(file));
        }
        return all.snapshot();
    }

    /**
     * The resources of a configuration in a stream.
     *
     * @param name how messages call it
     * @throws UnreadableInput if it is no configuration in JSON
     */
    public static Snapshot read(InputStream in, String name) throws UnreadableInput {
        return of(DocumentReader.read(in, name));
    }

    static Snapshot of(Document document) throws UnreadableInput {
        SynthesizedJson one = new SynthesizedJson();
        one.add(document);
        return one.snapshot();
    }

    private static List<Path> filesIn(Path folder) throws UnreadableInput {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ENDING) && !Files.isDirectory(file))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new UnreadableInput(folder + ": must hold a file *" + ENDING + ", got none\n"
                        + "  Name the folder of one stack, such as cdktf.out/stacks/wiki.");
            }
            return found;
        } catch (IOException e) {
            throw new UnreadableInput(folder + ": must be readable, but it is not\n  See the folder's permissions.");
        }
    }

    private void add(Document document) throws UnreadableInput {
        if (!document.fields().isEmpty()) {
            Kinds.require(document, "a configuration in JSON", Document.Kind.SYNTHESIZED);
        }
        add(document, "resource", false);
        add(document, "data", true);
        for (JsonNode locals : objects(document, "locals", document.field("locals"))) {
            locals.properties().forEach(local -> scope.addLocal(local.getKey(), local.getValue()));
        }
    }

    private void add(Document document, String keyword, boolean isData) throws UnreadableInput {
        for (JsonNode types : objects(document, keyword, document.field(keyword))) {
            for (var type : types.properties()) {
                String where = keyword + "." + type.getKey();
                for (JsonNode names : objects(document, where, type.getValue())) {
                    for (var name : names.properties()) {
                        String place = where + "." + name.getKey();
                        for (JsonNode body : objects(document, place, name.getValue())) {
                            add(type.getKey(), name.getKey(), isData, body);
                        }
                    }
                }
            }
        }
    }

    private void add(String type, String name, boolean isData, JsonNode body) {
        if (!type.equals("//") && !name.equals("//")) {
            String address = (isData ? "data." : "") + type + "." + name;
            scope.addResource(address);
            blocks.add(new Block(address, type, isData, body));
        }
    }

    /** Blocks are an object, or an array of objects; a comment is neither. */
    private static List<JsonNode> objects(Document document, String where, JsonNode node) throws UnreadableInput {
        List<JsonNode> objects = new ArrayList<>();
        if (where.endsWith(".//")) {
            return objects;
        }
        if (!node.isArray()) {
            JsonNode object = Shape.OBJECT.check(document, where, node);
            return object.isMissingNode() ? objects : List.of(object);
        }
        for (JsonNode element : node) {
            objects.add(Shape.OBJECT.require(document, where + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    private Snapshot snapshot() {
        return new Snapshot(blocks.stream()
                .map(block -> new Resource(
                        block.address(), block.type(), block.isData(), SynthesizedResource.values(block.body(), scope)))
                .toList());
    }
}
