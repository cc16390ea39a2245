package dev.alb.review.checks;

import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Map;

/** Why a resource is replaced or deleted. */
final class Cause {
    private static final Map<String, String> REASONS = Map.of(
            "replace_because_tainted", "its creation has failed before, or somebody has tainted it",
            "replace_by_request", "somebody asks for it by -replace",
            "replace_by_triggers", "something that its replace_triggered_by names is changed",
            "delete_because_no_resource_config", "it is no longer in the configuration",
            "delete_because_no_module", "its module is no longer in the configuration",
            "delete_because_wrong_repetition", "it has a count or for_each now, or has none any more",
            "delete_because_count_index", "its count is smaller now",
            "delete_because_each_key", "its key is no longer in for_each",
            "delete_because_no_move_target", "it was moved to an address that the configuration doesn't have");

    private Cause() {}

    /** Each cause, with the values of an attribute before and after; nothing where Terraform doesn't say. */
    static List<String> of(Change change) {
        if (!change.replacePaths().isEmpty()) {
            return change.replacePaths().stream()
                    .map(path -> path + ": " + at(change.before(), path) + " becomes " + at(change.after(), path))
                    .toList();
        }
        String reason = REASONS.getOrDefault(change.reason(), change.reason().replace('_', ' '));
        return reason.isEmpty() ? List.of() : List.of(reason);
    }

    /** The causes as the end of a sentence, which begins with a blank; empty where Terraform doesn't say. */
    static String clause(Change change) {
        List<String> causes = of(change);
        return causes.isEmpty() ? "" : " (" + String.join("; ", causes) + ")";
    }

    private static Value at(Value value, String path) {
        Value part = value;
        for (String step : path.replace("[", ".").replace("]", "").split("\\.")) {
            part = step.matches("[0-9]+") ? element(part, Integer.parseInt(step)) : part.at(step);
        }
        return part;
    }

    private static Value element(Value list, int index) {
        List<Value> items = list.items();
        return index < items.size() ? items.get(index) : Value.absent();
    }
}
