package dev.alb.serve.targets;

import dev.alb.routing.Outcome;
import dev.alb.topology.Listener;
import dev.alb.topology.Topologies;
import dev.alb.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Target pools with a clock that stands still until a test moves it. Each target answers on loopback, at its port in AWS. */
final class RunningPools implements InstantSource {
    static final String APP = "aws_lb_target_group.app";
    private static final int PORT = 8090;

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private Topology topology;
    final TargetPools pools;

    private RunningPools(Topology topology) {
        this.topology = topology;
        this.pools = TargetPools.of(topology, TargetAddresses.LOOPBACK, this, new Random(1));
    }

    /** One target group that is all the listener forwards to, with some settings and some targets. */
    static RunningPools of(String settings, String... targets) {
        return new RunningPools(topology(settings, targets));
    }

    /** What a listener forwards to whatever topology that is. */
    static RunningPools of(Topology topology) {
        return new RunningPools(topology);
    }

    static Topology topology(String settings, String... targets) {
        return groups(
                "'app': {'port': %d, 'protocol': 'HTTP' %s}".formatted(PORT, settings),
                Topologies.forward("app").replace("'action'", "'default_action'"),
                Stream.of(targets).map(id -> "app " + id).toArray(String[]::new));
    }

    /** Targets are given by the name of their target group and their id. */
    static Topology groups(String groups, String defaultAction, String... targets) {
        List<String> attachments = new ArrayList<>();
        for (String target : targets) {
            String[] parts = target.split(" ");
            attachments.add("'%s': {'target_group_arn': '${aws_lb_target_group.%s.arn}', 'target_id': '%s'}"
                    .formatted(parts[0] + "-" + parts[1], parts[0], parts[1]));
        }
        return Topologies.of("""
                {'resource': {
                  'aws_lb': {'alb': {'name': 'wiki'}},
                  'aws_lb_target_group': {%s},
                  'aws_lb_target_group_attachment': {%s},
                  'aws_lb_listener': {'http': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80,
                    'protocol': 'HTTP', %s}}}}""".formatted(groups, String.join(",", attachments), defaultAction));
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void deploy(Topology next) {
        topology = next;
        pools.update(next, TargetAddresses.LOOPBACK);
    }

    TargetPool pool() {
        return pool(APP);
    }

    TargetPool pool(String address) {
        return pools.pool(address).orElseThrow();
    }

    TargetInstance target(String id) {
        return pools.pools().stream()
                .flatMap(pool -> pool.targets().stream())
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + pools.pools()));
    }

    RunningPools answering(int code, String... ids) {
        return checked(new CheckResult.Answered(code), ids);
    }

    RunningPools checked(CheckResult result, String... ids) {
        for (String id : ids) {
            pools.pools().stream()
                    .filter(pool -> pool.targets().contains(target(id)))
                    .forEach(pool -> pool.record(target(id), result));
        }
        return this;
    }

    /** All targets pass a check. */
    RunningPools healthy() {
        pools.pools()
                .forEach(pool -> pool.targets().forEach(target -> pool.record(target, new CheckResult.Answered(200))));
        return this;
    }

    Outcome.Forward forward() {
        Listener listener = topology.listeners().get(0);
        return (Outcome.Forward) listener.table().defaultOutcome().steps().get(0);
    }

    Optional<Pick> pick(Map<String, String> cookies) {
        return pools.pick(forward(), cookies);
    }

    /** Where one request goes, which ends at once. */
    String next() {
        return next(Map.of());
    }

    String next(Map<String, String> cookies) {
        Optional<Pick> pick = pick(cookies);
        pick.ifPresent(Pick::close);
        return pick.map(one -> one.target().id()).orElse("none");
    }

    /** How many of some requests each target gets. */
    Map<String, Integer> counted(int requests) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < requests; i++) {
            counts.merge(next(), 1, Integer::sum);
        }
        return counts;
    }
}
