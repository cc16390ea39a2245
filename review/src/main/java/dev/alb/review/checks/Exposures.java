package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Exposure;
import dev.alb.review.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who can reach what, before and after a plan. */
public final class Exposures {
    private record Row(String source, String target, Mark mark) {}

    private Exposures() {}

    /** One entry for each source and target, with all ports; load balancers first. */
    public static List<Exposure> of(Comparison comparison) {
        Map<Row, Set<Integer>> ports = new LinkedHashMap<>();
        Map<Row, Set<String>> via = new LinkedHashMap<>();
        for (Access access : Accesses.of(comparison)) {
            String target = access.isLoadBalancer() ? access.target() : "the members of " + access.target();
            Row row = new Row(access.who(), target, access.mark());
            ports.computeIfAbsent(row, key -> new TreeSet<>()).add(access.port());
            via.computeIfAbsent(row, key -> new TreeSet<>()).addAll(access.via());
        }
        return ports.entrySet().stream()
                .map(entry -> exposure(entry.getKey(), entry.getValue(), via.get(entry.getKey())))
                .toList();
    }

    private static Exposure exposure(Row row, Set<Integer> ports, Set<String> via) {
        String numbers = ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Exposure(row.source(), row.target(), numbers + " (tcp)", String.join(", ", via), row.mark());
    }

    static List<Check> checks() {
        return Stream.concat(
                        Stream.of(
                                new OpenPorts(),
                                new UnknownReach(),
                                new NodePorts(),
                                new Plaintext(),
                                new TlsPolicies(),
                                new UncoveredHosts(),
                                new SignIn(),
                                new WebAcl()),
                        ProtectiveSettings.checks().stream())
                .toList();
    }
}
