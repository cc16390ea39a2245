package dev.alb.consumer;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A pom as it stands in a repository, with what it inherits. */
final class PublishedPom {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final LayeredRepository repository;
    private final Element project;

    private PublishedPom(LayeredRepository repository, Element project) {
        this.repository = repository;
        this.project = project;
    }

    /**
     * The pom of an artifact.
     *
     * @param artifact {@code group:artifact:packaging:version}, with or without a scope behind it
     */
    static PublishedPom of(LayeredRepository repository, String artifact) throws IOException {
        String[] parts = artifact.split(":");
        return read(repository, parts[0], parts[1], parts[3]);
    }

    private static PublishedPom read(LayeredRepository repository, String group, String artifact, String version)
            throws IOException {
        try {
            return new PublishedPom(
                    repository,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(repository.pom(group, artifact, version).toFile())
                            .getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** The version that is asked for, which may be a range; empty where it is not stated. */
    Optional<String> versionOf(String group, String artifact) throws IOException {
        return version(project, group, artifact)
                .or(() -> child(project, "dependencyManagement").flatMap(m -> version(m, group, artifact)))
                .map(this::resolved)
                .or(() -> parent().flatMap(parent -> parent.inherited(group, artifact)));
    }

    private Optional<String> inherited(String group, String artifact) {
        try {
            return versionOf(group, artifact);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> version(Element holder, String group, String artifact) {
        return child(holder, "dependencies").stream()
                .flatMap(PublishedPom::children)
                .filter(d -> resolved(text(d, "groupId")).equals(group)
                        && text(d, "artifactId").equals(artifact))
                .map(d -> text(d, "version"))
                .filter(version -> !version.isEmpty())
                .findFirst();
    }

    private String resolved(String text) {
        Matcher property = PROPERTY.matcher(text);
        return property.matches() ? property(property.group(1)).orElse(text) : text;
    }

    private Optional<String> property(String name) {
        if (name.startsWith("project.")) {
            String own = text(project, name.substring("project.".length()));
            return own.isEmpty()
                    ? child(project, "parent").map(p -> text(p, name.substring("project.".length())))
                    : Optional.of(own);
        }
        return child(project, "properties")
                .flatMap(properties -> child(properties, name))
                .map(value -> resolved(value.getTextContent().strip()))
                .or(() -> parent().flatMap(parent -> parent.property(name)));
    }

    private Optional<PublishedPom> parent() {
        return child(project, "parent").map(p -> {
            try {
                return read(repository, text(p, "groupId"), text(p, "artifactId"), text(p, "version"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(e -> e.getTextContent().strip()).orElse("");
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).filter(e -> e.getTagName().equals(name)).findFirst();
    }

    private static Stream<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }
}
