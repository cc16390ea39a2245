package dev.alb.review.checks;

import dev.alb.review.ActionReason;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import java.util.List;

/** Why a resource is replaced or deleted. */
final class Cause {
    private Cause() {}

    /** Each cause, with the values of an attribute before and after; nothing where Terraform doesn't say. */
    static List<String> of(Change change) {
        if (!change.replacePaths().isEmpty()) {
            return change.replacePaths().stream()
                    .map(path -> path + ": " + at(change.before(), path) + " becomes " + at(change.after(), path))
                    .toList();
        }
        String reason = ActionReason.of(change).orElse(change.reason().replace('_', ' '));
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
