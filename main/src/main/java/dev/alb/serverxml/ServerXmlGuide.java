package dev.alb.serverxml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to write on Confluence's side for a site: the Connector, the JVM's options and the base URL. */
public final class ServerXmlGuide {
    private static final String SETENV = "CATALINA_OPTS";

    private final SiteNeeds needs;
    private final @Nullable ConfluenceVersion version;
    private final List<String> further;

    /**
     * The guide for a site.
     *
     * @param version of Confluence; {@code null} for what every version since 6.10 takes
     * @param further what else one has to know
     */
    public ServerXmlGuide(SiteNeeds needs, @Nullable ConfluenceVersion version, List<String> further) {
        this.needs = needs;
        this.version = version;
        this.further = List.copyOf(further);
    }

    SiteNeeds needs() {
        return needs;
    }

    @Nullable
    ConfluenceVersion version() {
        return version;
    }

    /** Without a version, what is new in Tomcat 10 is taken, since Tomcat 9 takes it too. */
    Tomcat tomcat() {
        return version == null ? Tomcat.V10 : version.tomcat();
    }

    List<String> options() {
        return new SynchronySettings(needs).options();
    }

    ContainerSettings container() {
        return new ContainerSettings(needs, options());
    }

    /** What one has to know, in sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("keepAliveTimeout is longer than the load balancer's idle_timeout of "
                + needs.idleTimeout().toSeconds()
                + " s: a connection that Tomcat closes first is a 502 for whoever is just sending on it.");
        if (needs.tlsAtTomcat()) {
            notes.add("KEYSTORE and PASSWORD stand for the file with Tomcat's certificate and its password.");
        }
        notes.addAll(new SynchronySettings(needs).notes(version));
        notes.addAll(further);
        return notes;
    }

    /** For people: file by file. */
    public String text() {
        List<String> lines = new ArrayList<>();
        section(lines, "Base URL of Confluence (General Configuration, Server Base URL)", List.of(baseUrl()));
        section(lines, "conf/server.xml, for " + software(), ConnectorXml.lines(needs, tomcat()));
        section(lines, "conf/server.xml, the Context of Confluence", List.of(context()));
        section(lines, "bin/setenv.sh, above export " + SETENV, setenv("\"%s ${" + SETENV + "}\"", ""));
        section(
                lines,
                "bin/setenv.bat (a Windows service has them in its Java options)",
                setenv("%s %%" + SETENV + "%%", "set "));
        section(
                lines,
                "Docker image, environment",
                container().environment().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
        section(lines, "Helm chart, values", container().values());
        List<String> notes = new ArrayList<>(notes());
        notes.addAll(container().notes());
        section(lines, "Notes", notes);
        return String.join("\n", lines) + "\n";
    }

    private static void section(List<String> lines, String title, List<String> content) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title);
        content.forEach(line -> lines.add("  " + line));
    }

    String baseUrl() {
        return needs.address().baseUrl();
    }

    private String context() {
        return "<Context path=\"" + needs.address().contextPath() + "\" docBase=\"../confluence\" …>";
    }

    private String software() {
        return version == null
                ? "Confluence 6.10 and newer"
                : "Confluence " + version + " (Tomcat " + tomcat().number() + ")";
    }

    private List<String> setenv(String value, String before) {
        return options().stream()
                .map(option -> before + SETENV + "=" + value.formatted(option))
                .toList();
    }
}
