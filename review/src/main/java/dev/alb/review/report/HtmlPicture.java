package dev.alb.review.report;

import static dev.alb.review.report.HtmlText.element;
import static dev.alb.review.report.HtmlText.text;

import dev.alb.review.Mark;
import dev.alb.review.Picture;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A picture as a tree of lists, which needs no script, fits a phone and can be read aloud. */
final class HtmlPicture {
    private final Picture picture;
    private final Map<String, Picture.Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Picture.Edge>> edges;
    private final Set<String> drawn = new HashSet<>();
    private final StringBuilder html = new StringBuilder();

    private HtmlPicture(Picture picture) {
        this.picture = picture;
        picture.nodes().forEach(node -> nodes.put(node.id(), node));
        this.edges = picture.edges().stream()
                .filter(edge -> nodes.containsKey(edge.to()))
                .collect(Collectors.groupingBy(Picture.Edge::from));
    }

    /** The tree; empty for a picture of nothing. */
    static String of(Picture picture) {
        return picture.nodes().isEmpty() ? "" : new HtmlPicture(picture).draw();
    }

    /** What no edge leads to stands at the left; then what only stands in a circle. */
    private String draw() {
        Set<String> reached = picture.edges().stream().map(Picture.Edge::to).collect(Collectors.toSet());
        html.append("<ul class=\"tree\">\n");
        nodes.values().stream().filter(node -> !reached.contains(node.id())).forEach(node -> draw(node, "", Mark.SAME));
        nodes.values().stream().filter(node -> !drawn.contains(node.id())).forEach(node -> draw(node, "", Mark.SAME));
        return html.append("</ul>\n").toString();
    }

    /** A node to which several edges lead has its own below it where it stands first. */
    private void draw(Picture.Node node, String label, Mark way) {
        html.append("<li>");
        if (!label.isEmpty() || way != Mark.SAME) {
            html.append(element("span", "way " + name(way), text(label) + marked(way)))
                    .append(' ');
        }
        String lines = node.lines().stream().map(HtmlText::text).collect(Collectors.joining("<br>"));
        html.append(element("span", "node " + name(node.mark()), lines + marked(node.mark())));
        List<Picture.Edge> out = edges.getOrDefault(node.id(), List.of());
        if (drawn.add(node.id()) && !out.isEmpty()) {
            html.append("\n<ul>\n");
            out.forEach(edge -> draw(nodes.get(edge.to()), edge.label(), edge.mark()));
            html.append("</ul>\n");
        }
        html.append("</li>\n");
    }

    private static String marked(Mark mark) {
        return mark == Mark.SAME ? "" : " <em>" + Words.mark(mark) + "</em>";
    }

    private static String name(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }
}
