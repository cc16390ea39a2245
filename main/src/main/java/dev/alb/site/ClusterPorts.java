package dev.alb.site;

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

    static List<Violation> violations(int port) {
        String use = PORTS.get(port);
        return Checks.of("port")
                .between("port", port, 1, 65535)
                .require(
                        use == null,
                        "port",
                        "not be a port of the cluster",
                        port + ", " + use,
                        "Name the HTTP port; a load balancer must never reach this one.")
                .violations();
    }
}
