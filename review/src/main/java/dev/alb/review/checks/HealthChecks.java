package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import dev.alb.topology.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A health check that asks something else than before. */
final class HealthChecks implements Check {
    static final Kind ALL_OUT = new Kind(
            "health-check-takes-all-out",
            Section.AVAILABILITY,
            "A health check will find every target unhealthy",
            "Where no target passes, AWS sends requests to all of them, broken ones too, and replaces healthy instances.");
    static final Kind CHANGED = new Kind(
            "health-check-changed",
            Section.AVAILABILITY,
            "Every target has to pass another health check",
            "A check that no target passes takes all of them out at the same time.");
    private static final List<String> ASKED = List.of("path", "port", "protocol", "matcher");
    private static final String TRAFFIC_PORT = "traffic-port";
    private static final String HEARTBEAT = "/synchrony/heartbeat";

    @Override
    public List<Kind> kinds() {
        return List.of(ALL_OUT, CHANGED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.kept(comparison, "aws_lb_target_group")
                .flatMap(change -> comparison.after().targetGroup(change.address()).stream()
                        .flatMap(group -> finding(comparison, change, group).stream()))
                .toList();
    }

    private static Optional<Finding> finding(Comparison comparison, Change change, TargetGroup group) {
        Value was = change.before().block("health_check");
        Value will = change.after().block("health_check");
        List<String> changes = changes(was, will);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        String told = String.join(", ", changes);
        Optional<String> reason = failure(comparison, group, was, will);
        return Optional.of(
                reason.isPresent()
                        ? ALL_OUT.at(
                                change.address(),
                                Severity.CRITICAL,
                                "The health check changes (" + told + "): " + reason.get() + ".",
                                "Correct the check before you apply it.")
                        : CHANGED.at(
                                change.address(),
                                Severity.MEDIUM,
                                "The health check changes (" + told + "). Every target has to pass it within "
                                        + will.at("unhealthy_threshold").text("3") + " checks.",
                                "Ask the new question to a node by hand before you apply it."));
    }

    private static List<String> changes(Value was, Value will) {
        List<String> changes = new ArrayList<>();
        for (String name : ASKED) {
            Optional<String> before = was.at(name).text();
            Optional<String> after = will.at(name).text();
            if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                changes.add(name + " " + before.get() + " becomes " + after.get());
            } else if (before.isPresent() && isToldLater(will.at(name))) {
                changes.add(name + " " + before.get() + " becomes what is known only after the apply");
            }
        }
        return changes;
    }

    /** What AWS fills in where nothing is written is unknown as well, and has no origin in the configuration. */
    private static boolean isToldLater(Value value) {
        return value.isUnknown() && !value.references().isEmpty();
    }

    /** Why no target can pass; nothing where that can't be told. */
    private static Optional<String> failure(Comparison comparison, TargetGroup group, Value was, Value will) {
        Role role = Role.of(comparison.before(), group);
        String path = will.at("path").text("");
        String matcher = will.at("matcher").text("");
        boolean isMatcherNew = !will.at("matcher").equals(was.at("matcher"));
        boolean isPathNew = !will.at("path").equals(was.at("path"));
        if (isPathNew && role == Role.SYNCHRONY && !path.equals(HEARTBEAT)) {
            return Optional.of("Synchrony answers 200 at " + HEARTBEAT + " only");
        }
        if (isPathNew && role == Role.CONFLUENCE && path.startsWith("/synchrony")) {
            return Optional.of("Confluence has no page at " + path);
        }
        boolean isKnownPath = path.equals(HEARTBEAT) || path.endsWith("/status");
        if (isMatcherNew && role != Role.OTHER && isKnownPath && !takes(matcher, 200)) {
            return Optional.of("a healthy node answers 200, which the matcher " + matcher + " doesn't take");
        }
        return closedPort(comparison, group, was, will);
    }

    private static Optional<String> closedPort(Comparison comparison, TargetGroup group, Value was, Value will) {
        String port = will.at("port").text(TRAFFIC_PORT);
        if (port.equals(was.at("port").text(TRAFFIC_PORT)) || !port.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        return TargetPaths.after(comparison, group).closed(Integer.parseInt(port));
    }

    /** Whether a list such as {@code 200-299,302} holds a code. */
    private static boolean takes(String matcher, int code) {
        return Stream.of(matcher.split(",")).map(String::strip).anyMatch(part -> {
            String[] ends = part.split("-");
            return !ends[0].matches("[0-9]{3}")
                    || Integer.parseInt(ends[0]) <= code && code <= Integer.parseInt(ends[ends.length - 1]);
        });
    }
}
