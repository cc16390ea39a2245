package dev.alb.review;

import java.util.List;

/**
 * A drawing of the load balancers, before and after in one.
 *
 * @param nodes in the order in which they are drawn
 * @param edges in the order in which they are drawn
 */
public record Picture(List<Node> nodes, List<Edge> edges) {
    /** Copies the lists. */
    public Picture {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What a node stands for. */
    public enum Shape {
        CLIENT,
        LOAD_BALANCER,
        LISTENER,
        RULE,
        TARGET_GROUP,
        ANSWER
    }

    /**
     * A thing.
     *
     * @param id unique in the picture
     * @param shape what it is
     * @param lines what is written in it
     * @param mark what happens to it
     */
    public record Node(String id, Shape shape, List<String> lines, Mark mark) {}

    /** A way from one node to another. */
    public record Edge(String from, String to, String label, Mark mark) {}
}
