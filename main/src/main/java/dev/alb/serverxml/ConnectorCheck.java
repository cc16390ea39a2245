package dev.alb.serverxml;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the Connector to which the load balancer sends requests. */
final class ConnectorCheck {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final long USUAL_CONNECTION_TIMEOUT = 60_000;

    private final SiteNeeds needs;
    private final Tomcat tomcat;
    private final Tag connector;
    private final TagFindings findings;

    private ConnectorCheck(ServerXml file, SiteNeeds needs, @Nullable ConfluenceVersion version, Tag connector) {
        this.needs = needs;
        // What both of them take is right, where the version isn't known.
        this.tomcat = version == null ? Tomcat.V9 : version.tomcat();
        this.connector = connector;
        this.findings = new TagFindings(file, connector);
    }

    static List<Mismatch> of(ServerXml file, SiteNeeds needs, @Nullable ConfluenceVersion version, Tag connector) {
        ConnectorCheck check = new ConnectorCheck(file, needs, version, connector);
        check.protocol();
        check.reach();
        check.proxy();
        check.keepAlive();
        return check.findings.found();
    }

    private void protocol() {
        String protocol = connector.value("protocol").map(String::strip).orElse("");
        if (protocol.toUpperCase(Locale.ROOT).startsWith("AJP") || protocol.contains(".ajp.")) {
            findings.mend("protocol", "be one for HTTP", Tomcat.NIO, "A load balancer of AWS doesn't speak AJP.");
        } else if (tomcat.lacks(protocol)) {
            findings.mend(
                    "protocol",
                    "be \"" + Tomcat.NIO + "\"",
                    Tomcat.NIO,
                    "Tomcat " + tomcat.number() + " has no such class, and doesn't start the Connector.");
        }
    }

    private void reach() {
        TlsCheck.of(needs, tomcat, connector, findings);
        if (connector.value("address").filter(LOOPBACK::contains).isPresent()) {
            findings.tell(
                    "address",
                    "be one that the load balancer reaches",
                    "Leave it out: only the node itself reaches this one.");
        }
    }

    private void proxy() {
        boolean tls = needs.address().tls();
        findings.require(
                "proxyName",
                needs.address().domain(),
                "Write the host alone: Confluence makes its links and redirects of it.");
        findings.require(
                "proxyPort",
                String.valueOf(needs.address().port()),
                "It is the port at which browsers reach the load balancer.");
        String scheme = connector.value("scheme").map(String::strip).orElse("http");
        if (!scheme.equals(needs.address().scheme())) {
            findings.require(
                    "scheme",
                    needs.address().scheme(),
                    tls
                            ? "Otherwise Confluence redirects to HTTP, and says that its base URL doesn't match."
                            : "The site has plain HTTP: see tls.enabled in the site file.");
        }
        boolean secure = connector
                .value("secure")
                .map(String::strip)
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        if (secure != tls) {
            findings.require(
                    "secure",
                    String.valueOf(tls),
                    tls
                            ? "Otherwise cookies are sent over plain HTTP too."
                            : "Otherwise browsers don't send cookies back over plain HTTP.");
        }
    }

    private void keepAlive() {
        long idle = needs.idleTimeout().toMillis();
        String wanted = String.valueOf(needs.keepAlive().toMillis());
        OptionalLong keepAlive = keepAliveTimeout();
        // Below 0 is without end.
        if (keepAlive.isEmpty() || keepAlive.getAsLong() >= 0 && keepAlive.getAsLong() <= idle) {
            findings.mend(
                    "keepAliveTimeout",
                    "be longer than the load balancer's idle_timeout, " + idle + " ms",
                    wanted,
                    "Tomcat would close a connection on which the load balancer is just sending a request, which is a 502."
                            + " Write " + wanted + ".",
                    connector
                            .value("connectionTimeout")
                            .map(other -> "nothing, so that connectionTimeout holds, " + other.strip())
                            .orElse("nothing, so that Tomcat's own " + USUAL_CONNECTION_TIMEOUT + " holds"));
        }
        String requests =
                connector.value("maxKeepAliveRequests").map(String::strip).orElse("100");
        if (!requests.equals(SiteNeeds.UNLIMITED)) {
            findings.advise(
                    "maxKeepAliveRequests",
                    "be \"" + SiteNeeds.UNLIMITED + "\"",
                    SiteNeeds.UNLIMITED,
                    "Otherwise Tomcat closes each connection of the load balancer after some requests, 100 without a"
                            + " word.");
        }
    }

    /** What holds in the end; empty for what is no number. */
    private OptionalLong keepAliveTimeout() {
        if (connector.value("keepAliveTimeout").isPresent()) {
            return number("keepAliveTimeout");
        }
        return connector.value("connectionTimeout").isPresent()
                ? number("connectionTimeout")
                : OptionalLong.of(USUAL_CONNECTION_TIMEOUT);
    }

    private OptionalLong number(String attribute) {
        try {
            return OptionalLong.of(
                    Integer.parseInt(connector.value(attribute).orElse("").strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
