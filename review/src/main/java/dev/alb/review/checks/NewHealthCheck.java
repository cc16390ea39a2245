package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A health check that asks targets for something else than the one that they pass today. */
final class NewHealthCheck implements Check {
    static final Kind CHANGED = new Kind(
            "health-check-changed",
            Section.AVAILABILITY,
            "Every target has to pass another health check",
            "If the targets don't answer it as it asks, all of them are taken out at about the same time.");
    static final Kind NO_SUCCESS = new Kind(
            "health-check-without-200",
            Section.AVAILABILITY,
            "The health check no longer takes 200 for healthy",
            "Confluence and Synchrony answer a health check with 200, so all targets are taken out.");
    private static final List<String> QUESTIONS = List.of("path", "port", "protocol", "matcher");
    private static final String OK = "200";

    @Override
    public List<Kind> kinds() {
        return List.of(CHANGED, NO_SUCCESS);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.of(comparison, "aws_lb_target_group")
                .filter(change -> change.action() == Change.Action.UPDATE)
                .flatMap(change -> finding(change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Change change) {
        Value before = change.before().block("health_check");
        Value after = change.after().block("health_check");
        List<String> changed = QUESTIONS.stream()
                .filter(name -> isOther(before.at(name), after.at(name)))
                .map(name -> name + " " + before.at(name).text("\"\"") + " becomes "
                        + after.at(name).text("\"\""))
                .toList();
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        String text = "The health check changes while requests flow: " + String.join(", ", changed) + ".";
        boolean tookIt = takes(before.at("matcher").text(OK));
        if (tookIt && !takes(after.at("matcher").text(OK))) {
            return Optional.of(NO_SUCCESS.at(
                    change.address(),
                    Severity.CRITICAL,
                    text + " A target that answers 200 is taken out" + within(after) + ".",
                    "Let matcher hold 200."));
        }
        return Optional.of(CHANGED.at(
                change.address(),
                Severity.MEDIUM,
                text + " A target that fails it is taken out" + within(after)
                        + "; if all fail, requests go to all of them " + "or end with 503.",
                "Ask every target by hand for what the new check asks, before this is applied."));
    }

    private static boolean isOther(Value before, Value after) {
        return !after.isUnknown() && !before.text("").equals(after.text(""));
    }

    private static String within(Value check) {
        boolean isKnown = check.at("interval").number().isPresent()
                && check.at("unhealthy_threshold").number().isPresent();
        return isKnown
                ? " after "
                        + check.at("interval").number().getAsInt()
                                * check.at("unhealthy_threshold").number().getAsInt() + " s"
                : "";
    }

    /** A matcher is a list of codes and ranges of codes. */
    private static boolean takes(String matcher) {
        return Stream.of(matcher.split(","))
                .map(String::strip)
                .anyMatch(part -> part.contains("-")
                        ? part.substring(0, part.indexOf('-')).compareTo(OK) <= 0
                                && OK.compareTo(part.substring(part.indexOf('-') + 1)) <= 0
                        : part.equals(OK));
    }
}
