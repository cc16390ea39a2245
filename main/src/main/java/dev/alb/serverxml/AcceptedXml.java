package dev.alb.serverxml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a parser reads in a document, which never asks for anything outside and knows no entities but XML's own five.
 *
 * <p>A document type is refused at once: no {@code server.xml} has one, and all that entities can do to a reader needs one.
 */
final class AcceptedXml {
    private static final Pattern MESSAGE = Pattern.compile("(?s)^ParseError at .*?\\nMessage: ");

    private AcceptedXml() {}

    /**
     * An element as a parser sees it.
     *
     * @param name of it
     * @param attributes by name
     */
    record Element(String name, Map<String, String> attributes) {}

    /** All elements in the order of the file. */
    static List<Element> elements(byte[] bytes) throws UnreadableServerXml {
        List<Element> elements = new ArrayList<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new UnreadableServerXml(
                            position(reader.getLocation()),
                            "must have no document type, got a DOCTYPE; take it out, as Tomcat doesn't need it");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    elements.add(element(reader));
                }
            }
            return elements;
        } catch (XMLStreamException e) {
            throw new UnreadableServerXml(position(e.getLocation()), "must be well-formed XML, got: " + reason(e));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it asks for something outside of it");
        });
        return factory;
    }

    private static Element element(XMLStreamReader reader) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String name = reader.getAttributeLocalName(i);
            attributes.put(
                    prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, reader.getAttributeValue(i));
        }
        return new Element(reader.getLocalName(), attributes);
    }

    private static Position position(Location location) {
        return new Position(Math.max(location.getLineNumber(), 1), Math.max(location.getColumnNumber(), 1));
    }

    private static String reason(XMLStreamException e) {
        String message = MESSAGE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
        return message.lines().findFirst().orElse("").strip();
    }
}
