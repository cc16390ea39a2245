package dev.alb.serverxml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A file that Tomcat could read, written by somebody with habits of their own. */
final class RandomServerXml {
    private static final Map<String, List<String>> ATTRIBUTES = Map.of(
            "proxyName",
                    List.of("wiki.example.com", "old.example.com", "", "https://wiki.example.com", "a&amp;b", "&#119;"),
            "proxyPort", List.of("443", "80", "8443", "", "x"),
            "scheme", List.of("https", "http", "HTTPS"),
            "secure", List.of("true", "false", ""),
            "keepAliveTimeout", List.of("310000", "20000", "-1", "300000"),
            "connectionTimeout", List.of("20000", "400000"),
            "maxKeepAliveRequests", List.of("-1", "100"),
            "protocol", List.of("HTTP/1.1", "AJP/1.3", "org.apache.coyote.http11.Http11Protocol", Tomcat.NIO),
            "relaxedQueryChars", List.of("[]|{}^&#x5c;&#x60;&quot;&lt;>"),
            "pattern", List.of("/>", "a &gt; b", "<!--".replace("<", "&lt;"), "proxyName=x"));
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Random random;
    private final String lineEnd;
    private final Charset charset;
    private final String text;

    RandomServerXml(long seed) {
        random = new Random(seed);
        lineEnd = one(List.of("\n", "\r\n", "\r"));
        charset = one(CHARSETS);
        text = document();
    }

    SiteNeeds needs() {
        return Needs.USUAL;
    }

    byte[] bytes() {
        return text.getBytes(charset);
    }

    String text() {
        return text(bytes());
    }

    String text(byte[] bytes) {
        return new String(bytes, charset);
    }

    private String document() {
        String declared = charset.name().startsWith("UTF-16") ? "UTF-16" : charset.name();
        boolean hasMark = declared.equals("UTF-16") || declared.equals("UTF-8") && random.nextBoolean();
        return (hasMark ? "\uFEFF" : "")
                + "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + between()
                + "<Server" + blank() + "port=\"8000\">" + between()
                + "<Service name='Ä'>" + between()
                + (random.nextBoolean() ? element("Connector", "port=\"8092\"", true) + between() : "")
                + element("Connector", "port=" + quoted("8090"), true) + between()
                + "<Engine><Host>" + between()
                + "<Context" + blank() + "path" + equal() + quoted(one(List.of("", "/", "/wiki", "/a/b"))) + blank()
                + "docBase" + equal() + quoted(one(List.of("../confluence", "/opt/confluence"))) + ">" + between()
                + element("Valve", "className='a'", false) + "</Context>" + between()
                + "<Context path=\"${confluence.context.path}/synchrony-proxy\" docBase=\"../synchrony-proxy\"/>"
                + "</Host></Engine >" + between() + "</Service>" + between() + "</Server>" + between();
    }

    private String element(String name, String first, boolean mayHaveContent) {
        List<String> attributes = new ArrayList<>(List.of(first));
        for (String attribute : ATTRIBUTES.keySet().stream().sorted().toList()) {
            if (random.nextInt(3) > 0) {
                attributes.add(attribute + equal() + quoted(one(ATTRIBUTES.get(attribute))));
            }
        }
        Collections.shuffle(attributes, random);
        String start = "<" + name + attributes.stream().map(a -> blank() + a).collect(Collectors.joining())
                + (random.nextBoolean() ? blank() : "");
        return start + (mayHaveContent && random.nextBoolean() ? ">" + between() + "</" + name + ">" : "/>");
    }

    /** What may stand between elements, and looks like more. */
    private String between() {
        return one(List.of(
                "",
                lineEnd,
                lineEnd + "    ",
                "<!-- <Connector port=\"8090\" proxyName=\"c\" path=\"\"/> ä -->",
                lineEnd + "<?tidy <Connector port=\"8090\"?>",
                "<!-- a > b" + lineEnd + "-->"));
    }

    private String blank() {
        return one(List.of(" ", "  ", lineEnd + "      ", lineEnd + lineEnd + "\t", "\t"));
    }

    private String equal() {
        return one(List.of("=", " = ", "=" + lineEnd));
    }

    private String quoted(String value) {
        return random.nextBoolean() ? "\"" + value + "\"" : "'" + value + "'";
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Override
    public String toString() {
        return charset + "\n" + text;
    }
}
