package dev.alb.review;

import dev.alb.snapshot.Change;
import java.util.Map;
import java.util.Optional;

/** Why Terraform replaces or deletes something, in words. */
public final class ActionReason {
    private static final Map<String, String> WORDS = Map.of(
            "replace_because_tainted", "it is tainted",
            "replace_by_request", "somebody asks for it by -replace",
            "replace_by_triggers", "something that its replace_triggered_by names is changed",
            "delete_because_no_resource_config", "it is no longer in the configuration",
            "delete_because_no_module", "its module is no longer in the configuration",
            "delete_because_wrong_repetition", "it has a count or for_each now, or has none any more",
            "delete_because_count_index", "its count is smaller now",
            "delete_because_each_key", "its key is no longer in for_each",
            "delete_because_no_move_target", "it was moved to an address that the configuration doesn't have");

    private ActionReason() {}

    /** The reason as the end of a sentence; none where Terraform gives none, or one that isn't known here. */
    public static Optional<String> of(Change change) {
        return Optional.ofNullable(WORDS.get(change.reason()));
    }
}
