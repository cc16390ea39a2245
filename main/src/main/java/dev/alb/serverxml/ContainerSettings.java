package dev.alb.serverxml;

import dev.alb.confluence.SiteAddress;
import dev.alb.site.SynchronyMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The same for Atlassian's Docker image and Helm chart, which write {@code server.xml} themselves.
 *
 * <p>Neither has a setting for {@code keepAliveTimeout}. Tomcat takes {@code connectionTimeout} in its place.
 *
 * @see <a href="https://hub.docker.com/r/atlassian/confluence">Atlassian: Docker image of Confluence</a>
 * @see <a href="https://github.com/atlassian/data-center-helm-charts">Atlassian: Data Center Helm charts</a>
 */
final class ContainerSettings {
    static final String NOTE = "The image and the chart have no setting for keepAliveTimeout. Tomcat takes"
            + " connectionTimeout in its place, so ATL_TOMCAT_CONNECTIONTIMEOUT does the same, and lets Tomcat wait as long"
            + " for a slow request.";

    private static final String CONNECTION_TIMEOUT = "ATL_TOMCAT_CONNECTIONTIMEOUT";

    private final SiteNeeds needs;
    private final List<String> options;

    ContainerSettings(SiteNeeds needs, List<String> options) {
        this.needs = needs;
        this.options = options;
    }

    /** The environment of the image. */
    Map<String, String> environment() {
        SiteAddress address = needs.address();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ATL_PROXY_NAME", address.domain());
        environment.put("ATL_PROXY_PORT", String.valueOf(address.port()));
        environment.put("ATL_TOMCAT_PORT", String.valueOf(needs.port()));
        environment.put("ATL_TOMCAT_SCHEME", address.scheme());
        environment.put("ATL_TOMCAT_SECURE", String.valueOf(address.tls()));
        environment.put("ATL_TOMCAT_CONTEXTPATH", address.contextPath());
        environment.put(CONNECTION_TIMEOUT, keepAlive());
        environment.put("JVM_SUPPORT_RECOMMENDED_ARGS", String.join(" ", options));
        return environment;
    }

    /** The values of the chart, as lines of YAML. */
    List<String> values() {
        SiteAddress address = needs.address();
        List<String> lines = new ArrayList<>();
        lines.add("ingress:");
        lines.add("  create: false");
        lines.add("  host: " + address.domain());
        lines.add("  port: " + address.port());
        lines.add("  https: " + address.tls());
        lines.add("confluence:");
        lines.add("  ports: {http: " + needs.port() + "}");
        lines.add("  service: {contextPath: \"" + address.contextPath() + "\"}");
        lines.add("  additionalEnvironmentVariables:");
        lines.add("    - {name: " + CONNECTION_TIMEOUT + ", value: \"" + keepAlive() + "\"}");
        // Of the cluster's URL the chart makes the option itself, of ingress.host.
        List<String> own = options.stream()
                .filter(option -> !option.startsWith("-Dsynchrony.service.url="))
                .collect(Collectors.toList());
        if (!own.isEmpty()) {
            lines.add("  additionalJvmArgs:");
            own.forEach(option -> lines.add("    - " + option));
        }
        if (needs.mode() == SynchronyMode.STANDALONE) {
            lines.add("synchrony:");
            lines.add("  enabled: true");
        }
        return lines;
    }

    /** What the chart does otherwise. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(NOTE));
        if (needs.mode() != SynchronyMode.STANDALONE) {
            notes.add("The chart runs Synchrony in pods of its own (synchrony.enabled: true), which is mode: standalone"
                    + " in the site file, or switches it off.");
        }
        return notes;
    }

    private String keepAlive() {
        return String.valueOf(needs.keepAlive().toMillis());
    }
}
