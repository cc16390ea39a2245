package dev.alb.serverxml;

import dev.alb.site.SynchronyMode;
import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What in a {@code server.xml} doesn't fit a site. */
public final class ServerXmlCheck {
    private static final String SYNCHRONY_PROXY = "/synchrony-proxy";
    private static final Pattern CONFLUENCE = Pattern.compile("(^|[/\\\\])confluence[/\\\\]?$");

    private final ServerXml file;
    private final SiteNeeds needs;
    private final @Nullable ConfluenceVersion version;
    private final List<Mismatch> found = new ArrayList<>();

    private ServerXmlCheck(ServerXml file, SiteNeeds needs, @Nullable ConfluenceVersion version) {
        this.file = file;
        this.needs = needs;
        this.version = version;
    }

    /**
     * Everything that doesn't fit, in the order of the file.
     *
     * @param version of Confluence; {@code null} where it isn't known
     */
    public static List<Mismatch> of(ServerXml file, SiteNeeds needs, @Nullable ConfluenceVersion version) {
        ServerXmlCheck check = new ServerXmlCheck(file, needs, version);
        check.connectors();
        check.contexts();
        return check.found.stream()
                .sorted(Comparator.comparingInt((Mismatch one) -> one.position().line())
                        .thenComparingInt(one -> one.position().column()))
                .toList();
    }

    private void connectors() {
        List<Tag> all = file.below("Connector", "Server", "Service");
        List<Tag> onPort = all.stream()
                .filter(one -> one.value("port").map(String::strip).equals(Optional.of(port())))
                .toList();
        if (onPort.isEmpty()) {
            // A port that stands elsewhere may be the one.
            onPort = all.stream()
                    .filter(one -> TagFindings.isProperty(one, "port"))
                    .toList();
        }
        if (onPort.isEmpty()) {
            missingConnector(all);
        }
        Set<String> addresses = new HashSet<>();
        for (Tag connector : onPort) {
            found.addAll(ConnectorCheck.of(file, needs, version, connector));
            TagFindings port = new TagFindings(file, connector);
            if (TagFindings.isProperty(connector, "port")) {
                port.tell("port", "be \"" + port() + "\"", "");
            } else if (!addresses.add(connector.value("address").orElse(""))) {
                port.tell(
                        "port", "be another one in each Connector", "Take out one of the two: the second can't start.");
            }
            found.addAll(port.found());
        }
    }

    private String port() {
        return String.valueOf(needs.port());
    }

    private void missingConnector(List<Tag> all) {
        String ports = all.stream().map(one -> one.value("port").orElse("none")).collect(Collectors.joining(", "));
        int comment =
                file.commentWith(Pattern.compile("<Connector\\s[^>]{0,2000}\\bport\\s*=\\s*[\"']" + port() + "[\"']"));
        String hint =
                comment < 0 ? "" : " The one in line " + file.position(comment).line() + " is in a comment.";
        Tag around = file.below("Service", "Server").stream()
                .findFirst()
                .orElseGet(() -> file.below("Server").get(0));
        add(
                around,
                "have a Connector on port " + port(),
                all.isEmpty() ? "no Connector" : "port " + ports,
                "Write the right port as confluence.port in the site file, or add the Connector that alb server-xml prints."
                        + hint);
    }

    private void contexts() {
        List<Tag> all = file.below("Context", "Server", "Service", "Engine", "Host");
        List<Tag> own = all.stream().filter(ServerXmlCheck::isConfluence).toList();
        if (own.isEmpty()) {
            missingContext();
        }
        own.forEach(this::context);
        if (needs.mode() == SynchronyMode.PROXY
                && !own.isEmpty()
                && all.stream().noneMatch(ServerXmlCheck::isProxy)) {
            add(
                    own.get(0),
                    "have a Context for " + SYNCHRONY_PROXY + " beside it",
                    "none",
                    "Add it as in the server.xml that came with Confluence: browsers reach Synchrony through it.");
        }
    }

    /** By its folder, which is called so in every installation unless a property names it. */
    private static boolean isConfluence(Tag context) {
        boolean isCalledSo = context.value("docBase")
                .filter(base -> CONFLUENCE.matcher(base.strip()).find())
                .isPresent();
        return isCalledSo || TagFindings.isProperty(context, "docBase") && !isProxy(context);
    }

    private static boolean isProxy(Tag context) {
        return context.value("path")
                .filter(path -> path.endsWith(SYNCHRONY_PROXY))
                .isPresent();
    }

    private void missingContext() {
        Tag host = file.below("Host", "Server", "Service", "Engine").stream()
                .findFirst()
                .orElseGet(() -> file.below("Server").get(0));
        add(
                host,
                "have the Context of Confluence, with docBase=\"../confluence\" and path=\""
                        + needs.address().contextPath() + "\"",
                "none",
                "Add it as in the server.xml that came with Confluence.");
    }

    private void context(Tag context) {
        String path = needs.address().contextPath();
        String actual = context.value("path").map(String::strip).orElse("nothing");
        if (!actual.equals(path) && !(path.isEmpty() && actual.equals("/"))) {
            TagFindings findings = new TagFindings(file, context);
            findings.mend(
                    "path",
                    "be \"" + path + "\"",
                    path,
                    "It is confluence.context_path of the site file, by which the load balancer checks the nodes.");
            found.addAll(findings.found());
        }
    }

    private void add(Tag tag, String rule, String actual, String fix) {
        found.add(new Mismatch(
                file.position(tag.start()), tag.name(), Violation.of("", rule, actual, fix), Optional.empty()));
    }
}
