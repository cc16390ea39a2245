package dev.alb.site;

import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;
import dev.alb.site.binding.Except;
import dev.alb.site.binding.Overlay;
import dev.alb.targetgroups.TargetGroupAttributes;
import dev.alb.targetgroups.TargetProtocol;
import dev.alb.terraform.Checks;
import java.util.regex.Pattern;

/**
 * How Confluence itself is reached.
 *
 * @param port Tomcat's port
 * @param contextPath the part of the base URL behind the host, such as {@code /wiki}; "" for none
 * @param protocol how Tomcat is spoken to
 * @param targetGroup what is changed on its target group
 */
public record ConfluenceSection(
        @Default("8090") @Doc("Port of the Connector in server.xml.")
        int port,

        @Default("''") @Doc("Context path of the base URL, such as /wiki; empty for none.")
        String contextPath,

        @Default("HTTP") @Doc("HTTP, or HTTPS where TLS ends at Tomcat.")
        TargetProtocol protocol,

        @Except(
                value = {"port", "protocol", "vpc_id", "target_type"},
                because = "It follows from vpc_id, nodes, confluence.port and confluence.protocol.")
        @Doc("Any attribute of aws_lb_target_group.")
        Overlay<TargetGroupAttributes> targetGroup) {
    private static final Pattern CONTEXT_PATH = Pattern.compile("|(/[A-Za-z0-9_.~-]+)+");

    /** Checks the port and the context path. */
    public ConfluenceSection {
        Checks.of("confluence")
                .addAll(ClusterPorts.violations(port))
                .addAll(ClusterPorts.ofHealthChecks(targetGroup))
                .matches(
                        "context_path",
                        contextPath,
                        CONTEXT_PATH,
                        "be empty or begin with a slash and not end with one",
                        "Write it as in /wiki.")
                .require(
                        !(contextPath + "/").startsWith("/synchrony/"),
                        "context_path",
                        "leave /synchrony to Synchrony",
                        contextPath,
                        "Give Confluence another context path; Synchrony's cannot be changed.")
                .done();
    }
}
