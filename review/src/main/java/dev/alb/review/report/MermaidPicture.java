package dev.alb.review.report;

import dev.alb.review.Mark;
import dev.alb.review.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A picture as a Mermaid flowchart, which code hosts render.
 *
 * <p>What changes is told by a word, and by a colour for who sees it.
 */
final class MermaidPicture {
    /** What Mermaid draws at most without settings of its own. */
    private static final int MOST_CHARACTERS = 50_000;

    private static final int MOST_EDGES = 500;
    private static final String BLACK = ",color:#000000";
    private static final Map<Mark, String> CLASSES = Map.of(
            Mark.ADDED, "fill:#d2f4d3,stroke:#1a7f37,stroke-width:2px" + BLACK,
            Mark.CHANGED, "fill:#fff3c4,stroke:#9a6700,stroke-width:2px" + BLACK,
            Mark.REPLACED, "fill:#ffdfb6,stroke:#bc4c00,stroke-width:3px" + BLACK,
            Mark.REMOVED, "fill:#ffd7d5,stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3" + BLACK);

    private final Map<String, String> ids = new HashMap<>();
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    private MermaidPicture() {}

    /** The flowchart; empty for a picture of nothing and for one that Mermaid refuses to draw. */
    static String of(Picture picture) {
        if (picture.nodes().isEmpty() || picture.edges().size() > MOST_EDGES) {
            return "";
        }
        MermaidPicture mermaid = new MermaidPicture();
        picture.nodes().forEach(mermaid::node);
        picture.edges().forEach(mermaid::edge);
        mermaid.classes(picture);
        return mermaid.text.length() > MOST_CHARACTERS ? "" : mermaid.text.toString();
    }

    /** The ids are its own, as a word such as {@code end} means something in Mermaid. */
    private void node(Picture.Node node) {
        String id = "n" + (ids.size() + 1);
        ids.put(node.id(), id);
        List<String> lines = new ArrayList<>(node.lines());
        if (node.mark() != Mark.SAME) {
            lines.add("(" + Words.mark(node.mark()) + ")");
        }
        String label = lines.stream().map(MermaidPicture::escaped).collect(Collectors.joining("<br/>", "\"", "\""));
        text.append("  ")
                .append(id)
                .append(shaped(node.shape(), label))
                .append(classOf(node.mark()))
                .append('\n');
    }

    private static String shaped(Picture.Shape shape, String label) {
        return switch (shape) {
            case CLIENT -> "([" + label + "])";
            case RULE -> "{{" + label + "}}";
            case ANSWER -> "(" + label + ")";
            case LOAD_BALANCER, LISTENER, TARGET_GROUP -> "[" + label + "]";
        };
    }

    private static String classOf(Mark mark) {
        return mark == Mark.SAME ? "" : ":::" + name(mark);
    }

    private void edge(Picture.Edge edge) {
        String from = ids.get(edge.from());
        String to = ids.get(edge.to());
        if (from == null || to == null) {
            return;
        }
        String arrow = switch (edge.mark()) {
            case SAME -> "-->";
            case ADDED, CHANGED, REPLACED -> "==>";
            case REMOVED -> "-.->";
        };
        String word = Words.mark(edge.mark());
        String label = edge.label() + (word.isEmpty() ? "" : edge.label().isEmpty() ? word : " (" + word + ")");
        text.append("  ").append(from).append(' ').append(arrow);
        text.append(label.isEmpty() ? "" : "|\"" + escaped(label) + "\"|")
                .append(' ')
                .append(to)
                .append('\n');
    }

    private void classes(Picture picture) {
        for (Mark mark : Mark.values()) {
            if (CLASSES.containsKey(mark) && picture.nodes().stream().anyMatch(node -> node.mark() == mark)) {
                text.append("  classDef ")
                        .append(name(mark))
                        .append(' ')
                        .append(CLASSES.get(mark))
                        .append('\n');
            }
        }
    }

    private static String name(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    /** Everything that could end the label, be Markdown or be HTML is one of Mermaid's own entities. */
    private static String escaped(String label) {
        StringBuilder escaped = new StringBuilder();
        Visible.text(label).codePoints().forEach(point -> {
            if ("\"#&<>`;\\{}[]|*~%@".indexOf(point) >= 0) {
                escaped.append('#').append(point).append(';');
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
