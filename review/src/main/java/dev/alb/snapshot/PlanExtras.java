package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What newer versions of Terraform write into a plan besides the changes. */
final class PlanExtras {
    private PlanExtras() {}

    /** Resources and actions that are left for a later plan, with Terraform's word for the reason. */
    static List<String> deferred(Document plan) throws UnreadableInput {
        List<String> deferred = new ArrayList<>();
        addDeferred(deferred, plan, "deferred_changes", "resource_change");
        addDeferred(deferred, plan, "deferred_action_invocations", "action_invocation");
        return deferred;
    }

    private static void addDeferred(List<String> deferred, Document plan, String field, String what)
            throws UnreadableInput {
        for (JsonNode one : plan.array(field)) {
            String reason = one.path("reason").asText().replace('_', ' ');
            deferred.add(one.path(what).path("address").asText() + (reason.isEmpty() ? "" : " (" + reason + ")"));
        }
    }

    /** Actions that the apply runs, with what triggers each. */
    static List<String> actions(Document plan) throws UnreadableInput {
        List<String> actions = new ArrayList<>();
        for (JsonNode one : plan.array("action_invocations")) {
            JsonNode trigger = one.path("lifecycle_action_trigger");
            String event = words(trigger.path("action_trigger_event").asText());
            String of = trigger.path("triggering_resource_address").asText();
            actions.add(one.path("address").asText()
                    + (of.isEmpty() ? "" : " " + (event.isEmpty() ? "with" : event + " of") + " " + of));
        }
        return actions;
    }

    /** Terraform writes AfterCreate for what its configuration calls after_create. */
    private static String words(String event) {
        return event.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
