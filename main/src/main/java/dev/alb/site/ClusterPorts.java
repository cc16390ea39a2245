package dev.alb.site;

import dev.alb.site.binding.Overlay;
import dev.alb.targetgroups.TargetGroupAttributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.Violation;
import java.util.List;
import java.util.Map;

/**
 * The ports on which the nodes of a cluster speak with each other, and which a load balancer must never reach.
 *
 * @see <a href="https://confluence.atlassian.com/doc/set-up-a-synchrony-cluster-for-confluence-data-center-958779073.html">
 *     Atlassian: Set up a Synchrony cluster</a>
 */
final class ClusterPorts {
    private static final Map<Integer, String> PORTS = Map.of(
            5801, "Hazelcast of Confluence",
            5701, "Hazelcast of Synchrony",
            25500, "Aleph of Synchrony",
            54327, "multicast discovery");

    private ClusterPorts() {}

    /** What is wrong with a port to which requests go. */
    static List<Violation> violations(int port) {
        return violations("port", port);
    }

    /** What is wrong with the port of a target group's health checks, where the file gives one. */
    static List<Violation> ofHealthChecks(Overlay<TargetGroupAttributes> targetGroup) {
        return targetGroup
                .text("health_check.port")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(text -> violations("target_group.health_check.port", Integer.parseInt(text)))
                .orElse(List.of());
    }

    private static List<Violation> violations(String path, int port) {
        String use = PORTS.get(port);
        return Checks.of("port")
                .between(path, port, 1, 65535)
                .require(
                        use == null,
                        path,
                        "not be a port of the cluster",
                        port + ", " + use,
                        "Name the HTTP port; a load balancer must never reach this one.")
                .violations();
    }
}
