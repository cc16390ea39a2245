package dev.alb.serverxml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A {@code server.xml} that can be changed at single places, with all other bytes as they are. */
public final class ServerXml {
    /** More than any {@code server.xml} has, and little enough to be read at once. */
    public static final int LARGEST = 1 << 20;

    private final EncodedText source;
    private final StartTags found;

    private ServerXml(EncodedText source, StartTags found) {
        this.source = source;
        this.found = found;
    }

    /**
     * Reads a file.
     *
     * <p>A parser has to accept it first. What is then found in its text has to be what the parser saw, so that no change can
     * come to stand anywhere else.
     */
    public static ServerXml of(byte[] bytes) throws UnreadableServerXml {
        if (bytes.length > LARGEST) {
            throw new UnreadableServerXml("must have at most " + LARGEST + " bytes, got more");
        }
        EncodedText source = EncodedText.of(bytes);
        List<AcceptedXml.Element> accepted = AcceptedXml.elements(bytes);
        StartTags found = new StartTags(source.text());
        if (!accepted.equals(found.tags().stream().map(ServerXml::element).toList())) {
            throw new UnreadableServerXml(
                    "must be plain XML in which each attribute can be found, which it isn't; save it as UTF-8 without"
                            + " entities");
        }
        String root = found.tags().get(0).name();
        if (!root.equals("Server")) {
            throw new UnreadableServerXml("must be a server.xml of Tomcat, with Server as its root, got " + root);
        }
        return new ServerXml(source, found);
    }

    private static AcceptedXml.Element element(Tag tag) {
        Map<String, String> attributes = new TreeMap<>();
        tag.attributes().forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        return new AcceptedXml.Element(tag.name(), attributes);
    }

    String text() {
        return source.text();
    }

    /** The elements of a name that stand in elements of these names, from the root. */
    List<Tag> below(String name, String... path) {
        return found.tags().stream()
                .filter(tag -> tag.name().equals(name) && tag.isBelow(path))
                .toList();
    }

    /** Where the first comment stands that a text can be found in, or -1. */
    int commentWith(Pattern pattern) {
        return found.commentWith(pattern);
    }

    Position position(int index) {
        return Position.of(text(), index);
    }

    /** The file with all that can be mended in findings. */
    public byte[] mended(List<Mismatch> findings) {
        List<Edit> edits =
                findings.stream().flatMap(one -> one.edit().stream()).distinct().toList();
        return source.bytes(Edit.apply(text(), edits));
    }
}
