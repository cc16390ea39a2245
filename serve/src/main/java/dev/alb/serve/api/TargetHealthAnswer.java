package dev.alb.serve.api;

import dev.alb.serve.arns.Arns;
import dev.alb.serve.targets.TargetHealth;
import dev.alb.serve.targets.TargetInstance;
import dev.alb.serve.targets.TargetPool;
import dev.alb.serve.targets.TargetPools;
import dev.alb.serve.targets.TargetState;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The answer to {@code DescribeTargetHealth}. */
final class TargetHealthAnswer {
    private static final TargetHealth NOT_REGISTERED = new TargetHealth(
            TargetState.UNUSED, "Target.NotRegistered", "Target is not registered to the target group");

    private final Topology topology;
    private final Arns arns;
    private final TargetPools pools;

    private record Described(String id, String port, String checkPort, TargetHealth health) {}

    TargetHealthAnswer(Topology topology, Arns arns, TargetPools pools) {
        this.topology = topology;
        this.arns = arns;
        this.pools = pools;
    }

    Consumer<Xml> result(Parameters parameters) {
        String arn = parameters
                .text("TargetGroupArn")
                .orElseThrow(() -> new Refusal("ValidationError", "A target group ARN must be specified"));
        TargetGroup group = topology.targetGroups().stream()
                .filter(one -> arns.of(one.resource()).equals(arn))
                .findFirst()
                .orElseThrow(() -> new Refusal("TargetGroupNotFound", "One or more target groups not found"));
        Optional<TargetPool> pool = pools.pool(group.address());
        List<Described> targets = pool.stream()
                .flatMap(one -> one.targets().stream().map(target -> described(one, target)))
                .toList();
        List<Described> found = chosen(targets, parameters);
        return xml -> xml.list("TargetHealthDescriptions", found, one -> write(xml, one));
    }

    private static Described described(TargetPool pool, TargetInstance target) {
        OptionalInt checkPort = pool.settings().healthCheck().port();
        return new Described(
                target.id(),
                String.valueOf(target.port()),
                String.valueOf(checkPort.orElse(target.port())),
                target.health());
    }

    /** Those that are asked for, each with an answer; all, if none is. */
    private static List<Described> chosen(List<Described> targets, Parameters parameters) {
        List<String> ids = parameters.members("Targets", ".Id");
        if (ids.isEmpty()) {
            return targets;
        }
        List<Described> chosen = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            String port = parameters.text("Targets.member." + (i + 1) + ".Port").orElse("");
            List<Described> found = targets.stream()
                    .filter(target -> target.id.equals(id) && (port.isEmpty() || target.port.equals(port)))
                    .toList();
            chosen.addAll(found.isEmpty() ? List.of(new Described(id, port, "", NOT_REGISTERED)) : found);
        }
        return chosen.stream().distinct().toList();
    }

    private static void write(Xml xml, Described target) {
        xml.block("Target", () -> xml.text("Id", target.id).text("Port", target.port))
                .text("HealthCheckPort", target.checkPort)
                .block(
                        "TargetHealth",
                        () -> xml.text("State", target.health.state().word())
                                .text("Reason", target.health.reason())
                                .text("Description", target.health.description()));
    }
}
