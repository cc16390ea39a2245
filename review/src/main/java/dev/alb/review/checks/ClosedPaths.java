package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.topology.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Targets to which the load balancer no longer gets through. */
final class ClosedPaths implements Check {
    static final Kind UNREACHABLE = new Kind(
            "targets-unreachable",
            Section.AVAILABILITY,
            "The load balancer doesn't get through to its targets",
            "Requests end in a 504, and health checks take every target out.");

    @Override
    public List<Kind> kinds() {
        return List.of(UNREACHABLE);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        for (TargetGroup group : comparison.after().targetGroups()) {
            TargetPaths before = TargetPaths.before(comparison, group);
            TargetPaths after = TargetPaths.after(comparison, group);
            for (int port : ports(group)) {
                boolean stoodClosed = ports(comparison, group).contains(port)
                        && before.closed(port).isPresent();
                after.closed(port)
                        .filter(reason -> !stoodClosed)
                        .ifPresent(reason -> findings.add(finding(group, port, reason)));
            }
        }
        return findings;
    }

    private static Set<Integer> ports(Comparison comparison, TargetGroup group) {
        return comparison
                .before()
                .targetGroup(group.address())
                .map(ClosedPaths::ports)
                .orElse(Set.of());
    }

    private static Set<Integer> ports(TargetGroup group) {
        Set<Integer> ports = new TreeSet<>();
        if (group.port().matches("[0-9]{1,5}")
                && group.targets().stream().allMatch(one -> one.port().isEmpty())) {
            ports.add(Integer.valueOf(group.port()));
        }
        group.targets().stream()
                .map(target -> target.port())
                .filter(port -> port.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .forEach(ports::add);
        return ports;
    }

    private static Finding finding(TargetGroup group, int port, String reason) {
        return UNREACHABLE.at(
                group.address(),
                String.valueOf(port),
                Severity.CRITICAL,
                "Its targets get requests on port " + port + ", and " + reason + ".",
                "Open the port out of the load balancer's group and into the nodes' group.");
    }
}
