package dev.alb.demo;

import dev.alb.demo.StandInTarget.Kind;
import dev.alb.snapshot.Value;
import dev.alb.topology.Target;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads from the target groups what has to run. Their health checks tell what is what. */
final class StandInTargets {
    private static final String STATUS = "/status";
    private static final String HEARTBEAT = "/heartbeat";

    private StandInTargets() {}

    /** One for each port of each target, Confluence first; functions and load balancers have no stand-in. */
    static List<StandInTarget> of(Topology topology) {
        Map<String, StandInTarget> targets = new LinkedHashMap<>();
        topology.targetGroups().stream()
                .filter(group -> List.of("instance", "ip")
                        .contains(group.resource().at("target_type").text("instance")))
                .flatMap(StandInTargets::of)
                .sorted(Comparator.comparing(StandInTarget::kind))
                .forEach(target -> targets.putIfAbsent(target.key(), target));
        return new ArrayList<>(targets.values());
    }

    private static Stream<StandInTarget> of(TargetGroup group) {
        Value check = group.resource().values().block("health_check");
        String path = check.at("path").text("/");
        boolean isSynchrony = path.endsWith(HEARTBEAT);
        String context =
                !isSynchrony && path.endsWith(STATUS) ? path.substring(0, path.length() - STATUS.length()) : "";
        boolean isEncrypted = group.resource().at("protocol").text("HTTP").equals("HTTPS");
        Kind kind = isSynchrony ? Kind.SYNCHRONY : Kind.CONFLUENCE;
        return group.targets().stream()
                .flatMap(target -> ports(group, target, check)
                        .map(port -> new StandInTarget(target.id().name(), port, kind, context, isEncrypted)));
    }

    /** The one for requests, and the one for health checks, if that is another. */
    private static Stream<Integer> ports(TargetGroup group, Target target, Value check) {
        String own = target.port().isEmpty() ? group.port() : target.port();
        return Stream.of(own, check.at("port").text(""))
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .distinct();
    }
}
