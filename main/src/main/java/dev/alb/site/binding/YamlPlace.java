package dev.alb.site.binding;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a file, its place, and the keys down to it.
 *
 * @param file the file as the user named it
 * @param node the value
 * @param path the keys down to it, or "" at the top
 */
public record YamlPlace(String file, Node node, String path) {

    /** The line and column at which the value begins. */
    public Location location() {
        return node.getStartMark()
                .map(mark -> new Location(file, mark.getLine() + 1, mark.getColumn() + 1, path))
                .orElseGet(() -> new Location(file, 0, 0, path));
    }

    /** The place of a path below this one, or of the nearest value above it that the file has. */
    public Location find(String below) {
        // A choice names itself in its violations, as its key in the file does.
        String own = path.substring(path.lastIndexOf('.') + 1);
        boolean repeatsOwn = !own.isEmpty() && (below.equals(own) || below.startsWith(own + "."));
        return findBelow(repeatsOwn ? below.substring(Math.min(own.length() + 1, below.length())) : below);
    }

    private Location findBelow(String below) {
        YamlPlace place = this;
        for (String key : steps(below)) {
            Optional<YamlPlace> next = place.child(key);
            if (next.isEmpty()) {
                break;
            }
            place = next.get();
        }
        Location nearest = place.location();
        return new Location(file, nearest.line(), nearest.column(), join(path, below));
    }

    /** The value of a key, or the element of a list by its number. */
    public Optional<YamlPlace> child(String key) {
        if (node instanceof SequenceNode list) {
            return element(list, key);
        }
        return entries().filter(e -> e.key().equals(key)).findFirst().map(Entry::value);
    }

    /** The entries of a mapping, in the order of the file; none for anything else. */
    public Stream<Entry> entries() {
        return node instanceof MappingNode mapping ? mapping.getValue().stream().map(this::entry) : Stream.empty();
    }

    /** The elements of a list, in the order of the file; none for anything else. */
    public List<YamlPlace> elements() {
        if (!(node instanceof SequenceNode list)) {
            return List.of();
        }
        List<Node> nodes = list.getValue();
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> new YamlPlace(file, nodes.get(i), path + "[" + i + "]"))
                .toList();
    }

    /** The text of a scalar. */
    public Optional<String> text() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** What the value is, in words, for a message. */
    public String describe() {
        if (node instanceof ScalarNode scalar) {
            return isNull() ? "nothing" : "\"" + scalar.getValue() + "\"";
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }

    /** Whether it is empty, {@code null} or {@code ~}. */
    public boolean isNull() {
        return node instanceof ScalarNode && node.getTag().getValue().endsWith(":null");
    }

    /** A key, its place, and the value. */
    public record Entry(String key, Location keyLocation, YamlPlace value) {}

    private Entry entry(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        String below = join(path, key);
        return new Entry(
                key,
                new YamlPlace(file, tuple.getKeyNode(), below).location(),
                new YamlPlace(file, tuple.getValueNode(), below));
    }

    private Optional<YamlPlace> element(SequenceNode list, String key) {
        boolean isIndex = key.matches("\\d{1,6}")
                && Integer.parseInt(key) < list.getValue().size();
        return isIndex ? Optional.of(elements().get(Integer.parseInt(key))) : Optional.empty();
    }

    private static List<String> steps(String path) {
        return Stream.of(path.split("[.\\[\\]]+")).filter(s -> !s.isEmpty()).toList();
    }

    private static String join(String parent, String child) {
        if (parent.isEmpty() || child.isEmpty()) {
            return parent + child;
        }
        return child.startsWith("[") ? parent + child : parent + "." + child;
    }
}
