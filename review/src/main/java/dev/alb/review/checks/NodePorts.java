package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who can reach the nodes, past the load balancer. */
final class NodePorts implements Check {
    static final Kind OPEN = new Kind(
            "nodes-open-to-networks",
            Section.EXPOSURE,
            "Nodes can be reached past the load balancer",
            "Without it there is no TLS, no sign-in, no web ACL and no log.");
    static final Kind CLUSTER = new Kind(
            "cluster-port-open",
            Section.EXPOSURE,
            "A port of the cluster is open to others than the nodes",
            "Who reaches Hazelcast or Aleph can read and change what the nodes tell each other.");

    @Override
    public List<Kind> kinds() {
        return List.of(OPEN, CLUSTER);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        Set<Integer> targets = Reach.targetPorts(comparison.after());
        List<Access> accesses = Accesses.of(comparison).stream()
                .filter(access -> !access.isLoadBalancer() && access.isNew())
                .toList();
        return accesses.stream()
                .filter(access -> isWrong(access, targets))
                .collect(Collectors.groupingBy(access ->
                        new Subject(access.target(), access.source(), Reach.CLUSTER_PORTS.contains(access.port()))))
                .entrySet()
                .stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
    }

    private record Subject(String group, Source source, boolean isCluster) {}

    private static boolean isWrong(Access access, Set<Integer> targets) {
        boolean isNetwork = access.source() instanceof Source.Network || access.source() instanceof Source.PrefixList;
        boolean isItself =
                access.source() instanceof Source.Group group && group.name().equals(access.target());
        return Reach.CLUSTER_PORTS.contains(access.port())
                ? !isItself && !(access.source() instanceof Source.Unknown)
                : isNetwork && targets.contains(access.port());
    }

    private static Finding finding(Subject subject, List<Access> accesses) {
        Access one = accesses.get(0);
        String ports = accesses.stream()
                .map(Access::port)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String text = one.who() + " can reach port " + ports + " of the members of " + subject.group() + ", by "
                + String.join(", ", one.via()) + "; that was not so before.";
        Severity severity = one.isWorld() ? Severity.CRITICAL : Severity.HIGH;
        if (subject.isCluster()) {
            return CLUSTER.at(
                    subject.group(),
                    subject.source().toString(),
                    one.source() instanceof Source.Group ? Severity.MEDIUM : severity,
                    text,
                    "Open these ports for the nodes' own group alone (self).");
        }
        return OPEN.at(
                subject.group(),
                subject.source().toString(),
                severity,
                text,
                "Open them for the load balancer's group, by referenced_security_group_id, and for no network.");
    }
}
