package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** One action of a listener or a rule. */
record Action(Value.Mapping block) {
    private static final Set<String> ROUTING = Set.of("forward", "redirect", "fixed-response");

    /** The actions of a listener ({@code default_action}) or a rule ({@code action}), in the order they are given in. */
    static List<Action> of(Value.Mapping object) {
        List<Value.Mapping> blocks =
                new ArrayList<>(Blocks.of(object, "default_action").all());
        blocks.addAll(Blocks.of(object, "action").all());
        return blocks.stream().map(Action::new).toList();
    }

    String type() {
        return block.get("type").text().toLowerCase(Locale.ROOT);
    }

    boolean isForward() {
        return type().equals("forward");
    }

    boolean isRouting() {
        return ROUTING.contains(type());
    }

    boolean isAuthentication() {
        return type().startsWith("authenticate-");
    }

    /** The target groups that it forwards to, however they are given. */
    List<String> targetGroups() {
        Stream<String> alone = Stream.of(block.get("target_group_arn")).map(Value::text);
        return Stream.concat(
                        alone, weighted().stream().map(group -> group.get("arn").text()))
                .filter(arn -> arn.startsWith("arn:"))
                .distinct()
                .toList();
    }

    /** The groups of its {@code forward} block. */
    List<Value.Mapping> weighted() {
        return Blocks.of(block, "forward")
                .first()
                .map(forward -> Blocks.of(forward, "target_group").all())
                .orElse(List.of());
    }

    /** Whether a client stays with one of its groups. */
    boolean hasGroupStickiness() {
        return Blocks.of(block, "forward")
                .first()
                .flatMap(forward -> Blocks.of(forward, "stickiness").first())
                .filter(stickiness -> stickiness.get("enabled").equals(new Value.Bool(true)))
                .isPresent();
    }
}
