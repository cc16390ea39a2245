package dev.alb.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects nodes and edges; what stands there before and after is drawn once. */
final class Drawing {
    private final Map<String, Picture.Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<Way, Mark> edges = new LinkedHashMap<>();

    private record Way(String from, String to, String label) {}

    /** The id of a node, which is drawn if it isn't yet. */
    String node(Picture.Shape shape, String name, List<String> lines, Mark mark) {
        String id = ids.computeIfAbsent(shape + "\n" + name, key -> "n" + (ids.size() + 1));
        nodes.putIfAbsent(id, new Picture.Node(id, shape, lines, mark));
        return id;
    }

    /** A way that is there before, after, or both. */
    void edge(String from, String to, String label, boolean isBefore, boolean isAfter) {
        Mark mark = isBefore == isAfter ? Mark.SAME : isAfter ? Mark.ADDED : Mark.REMOVED;
        edges.merge(new Way(from, to, label), mark, (a, b) -> a == b ? a : Mark.SAME);
    }

    Picture picture() {
        List<Picture.Edge> drawn = new ArrayList<>();
        edges.forEach((way, mark) -> drawn.add(new Picture.Edge(way.from(), way.to(), way.label(), mark)));
        return new Picture(List.copyOf(nodes.values()), drawn);
    }
}
