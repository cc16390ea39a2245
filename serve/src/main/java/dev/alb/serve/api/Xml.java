package dev.alb.serve.api;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML as AWS's Query API has it: elements without attributes, and lists of elements {@code member}. */
final class Xml {
    private static final String NAMESPACE = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";

    /** A part of a document. */
    interface Part {
        void write() throws XMLStreamException;
    }

    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /** A whole document. */
    static String document(String root, Consumer<Xml> content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement(root);
            out.writeDefaultNamespace(NAMESPACE);
            content.accept(new Xml(out));
            out.writeEndElement();
            out.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory can always be written", e);
        }
        return text.toString();
    }

    /** An element with others in it. */
    Xml block(String name, Runnable content) {
        write(() -> out.writeStartElement(name));
        content.run();
        write(out::writeEndElement);
        return this;
    }

    /** An element with a text; nothing if there is none. */
    Xml text(String name, @Nullable Object text) {
        if (text != null && !text.toString().isEmpty()) {
            write(() -> {
                out.writeStartElement(name);
                out.writeCharacters(text.toString());
                out.writeEndElement();
            });
        }
        return this;
    }

    /** The same, if there is one. */
    Xml text(String name, Optional<?> text) {
        return text(name, text.orElse(null));
    }

    /** A list. */
    <T> Xml list(String name, Collection<T> members, Consumer<T> content) {
        return block(name, () -> members.forEach(member -> block("member", () -> content.accept(member))));
    }

    /** A list of texts. */
    Xml texts(String name, Collection<String> members) {
        return block(name, () -> members.forEach(member -> text("member", member)));
    }

    private static void write(Part part) {
        try {
            part.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory can always be written", e);
        }
    }
}
