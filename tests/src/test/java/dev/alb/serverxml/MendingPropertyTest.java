package dev.alb.serverxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** Mending changes what it has to, once, and nothing else, in any file. */
class MendingPropertyTest {
    private static final Set<String> MENDED = Set.of(
            "proxyName",
            "proxyPort",
            "scheme",
            "secure",
            "keepAliveTimeout",
            "maxKeepAliveRequests",
            "protocol",
            "path");
    private static final Pattern ATTRIBUTES =
            Pattern.compile("\\s+(?:" + String.join("|", MENDED) + ")\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
    private static final Pattern COMMENTS = Pattern.compile("(?s)<!--.*?-->");

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_mended_file_fits_and_is_not_changed_again(long seed) {
        RandomServerXml random = new RandomServerXml(seed);
        byte[] mended = Needs.mended(random.bytes(), random.needs(), "");
        assertEquals("", Needs.shown(Needs.check(mended, random.needs(), "")), random::toString);
        assertArrayEquals(mended, Needs.mended(mended, random.needs(), ""), random::toString);
    }

    /** Told by other means than the program's: a tree of nodes for the values, and the bare text for all that is around. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everything_else_is_as_it_was(long seed) throws Exception {
        RandomServerXml random = new RandomServerXml(seed);
        byte[] mended = Needs.mended(random.bytes(), random.needs(), "");
        String before = random.text();
        String after = random.text(mended);
        assertEquals(matches(COMMENTS, before), matches(COMMENTS, after), random::toString);
        assertEquals(
                ATTRIBUTES.matcher(before).replaceAll(""),
                ATTRIBUTES.matcher(after).replaceAll(""),
                random::toString);
        assertEquals(values(random.bytes(), random), values(mended, random), random::toString);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** All elements with their attributes, without those that mending is about. */
    private static List<String> values(byte[] file, RandomServerXml random) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
        NodeList all = document.getElementsByTagName("*");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            boolean isMended = element.getTagName().equals("Connector")
                            && element.getAttribute("port").equals("8090")
                    || element.getAttribute("docBase").endsWith("confluence");
            TreeMap<String, String> attributes = new TreeMap<>();
            NamedNodeMap given = element.getAttributes();
            for (int j = 0; j < given.getLength(); j++) {
                attributes.put(given.item(j).getNodeName(), given.item(j).getNodeValue());
            }
            if (isMended) {
                attributes.keySet().removeAll(MENDED);
            }
            values.add(element.getTagName() + attributes + element.getTextContent());
        }
        return values;
    }
}
