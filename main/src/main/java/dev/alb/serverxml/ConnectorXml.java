package dev.alb.serverxml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Connector that fits a site: the attributes of those that come with Confluence, and what the load balancer needs. */
final class ConnectorXml {
    private static final int WIDTH = 96;
    private static final String INDENT = " ".repeat("<Connector ".length());

    private ConnectorXml() {}

    /** Its attributes, in their order. */
    static Map<String, String> attributes(SiteNeeds needs, Tomcat tomcat) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("port", String.valueOf(needs.port()));
        attributes.put("protocol", Tomcat.NIO);
        attributes.put("connectionTimeout", "20000");
        attributes.put("redirectPort", "8443");
        attributes.put("maxThreads", "48");
        attributes.put("minSpareThreads", "10");
        attributes.put("enableLookups", "false");
        attributes.put("acceptCount", "10");
        attributes.put("URIEncoding", "UTF-8");
        if (needs.tlsAtTomcat()) {
            attributes.put("SSLEnabled", "true");
            if (!tomcat.hasHostConfig()) {
                attributes.put("keystoreFile", "KEYSTORE");
                attributes.put("keystorePass", "PASSWORD");
            }
        }
        attributes.putAll(needs.connector());
        return attributes;
    }

    /** The element, line by line. */
    static List<String> lines(SiteNeeds needs, Tomcat tomcat) {
        boolean hasContent = needs.tlsAtTomcat() && tomcat.hasHostConfig();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("<Connector");
        List<String> attributes = attributes(needs, tomcat).entrySet().stream()
                .map(entry -> entry.getKey() + "=\"" + entry.getValue() + "\"")
                .collect(Collectors.toList());
        int last = attributes.size() - 1;
        attributes.set(last, attributes.get(last) + (hasContent ? ">" : "/>"));
        for (String attribute : attributes) {
            // What is about the load balancer begins a line of its own, since that is what one compares.
            if (line.length() + 1 + attribute.length() > WIDTH || attribute.startsWith("proxyName=")) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT).append(attribute);
            } else {
                line.append(' ').append(attribute);
            }
        }
        lines.add(line.toString());
        if (hasContent) {
            lines.add("    <SSLHostConfig>");
            lines.add("        <Certificate certificateKeystoreFile=\"KEYSTORE\""
                    + " certificateKeystorePassword=\"PASSWORD\"/>");
            lines.add("    </SSLHostConfig>");
            lines.add("</Connector>");
        }
        return lines;
    }
}
