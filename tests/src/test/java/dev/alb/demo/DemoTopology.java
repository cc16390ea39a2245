package dev.alb.demo;

import dev.alb.topology.Topologies;
import dev.alb.topology.Topology;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Two target groups as a site has them, with the nodes that a test wants. */
final class DemoTopology {
    private DemoTopology() {}

    static Topology of(String context, String... nodes) {
        return Topologies.of("""
                {"resource": {
                  "aws_lb_target_group": {
                    "confluence": {"port": 8090, "protocol": "HTTP", "health_check": {"path": "%s/status"}},
                    "synchrony": {"port": 8091, "protocol": "HTTP", "health_check": {"path": "/synchrony/heartbeat"}}
                  },
                  "aws_lb_target_group_attachment": {%s, %s}
                }}
                """.formatted(context, attachments("confluence", nodes), attachments("synchrony", nodes)));
    }

    /** Without Synchrony, as where Confluence passes its requests on. */
    static Topology ofProxyMode(String node) {
        return Topologies.of("""
                {"resource": {
                  "aws_lb_target_group": {
                    "confluence": {"port": 8090, "protocol": "HTTP", "health_check": {"path": "/wiki/status"}}
                  },
                  "aws_lb_target_group_attachment": {%s}
                }}
                """.formatted(attachments("confluence", node)));
    }

    private static String attachments(String group, String... nodes) {
        return Arrays.stream(nodes)
                .map(node -> """
                        "%s-%s": {"target_group_arn": "${aws_lb_target_group.%s.arn}", "target_id": "%s"}
                        """.formatted(group, node, group, node))
                .collect(Collectors.joining(","));
    }
}
