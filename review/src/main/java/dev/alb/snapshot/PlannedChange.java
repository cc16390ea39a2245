package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One element of {@code resource_changes} or {@code resource_drift}, checked and without what nobody needs. */
final class PlannedChange {
    private static final Map<List<String>, Change.Action> ACTIONS = Map.of(
            List.of("no-op"), Change.Action.NO_OP,
            List.of("create"), Change.Action.CREATE,
            List.of("read"), Change.Action.READ,
            List.of("update"), Change.Action.UPDATE,
            List.of("delete", "create"), Change.Action.DELETE_THEN_CREATE,
            List.of("create", "delete"), Change.Action.CREATE_THEN_DELETE,
            List.of("create", "forget"), Change.Action.CREATE_THEN_DELETE,
            List.of("delete"), Change.Action.DELETE,
            List.of("forget"), Change.Action.FORGET);

    private final JsonNode json;
    private final JsonNode change;
    private final String address;
    private final Change.Action action;
    private final Value before;

    private PlannedChange(Document plan, String where, JsonNode json) throws UnreadableInput {
        this.json = Shape.OBJECT.require(plan, where, json);
        this.change = Shape.OBJECT.require(plan, where + ".change", json.path("change"));
        this.address = Shape.TEXT
                .require(plan, where + ".address", json.path("address"))
                .asText();
        Shape.TEXT.require(plan, where + ".type", json.path("type"));
        this.action = action(plan, where + ".change.actions");
        JsonNode values = Shape.OBJECT.check(plan, where + ".change.before", change.path("before"));
        this.before = new Value(
                values,
                MissingNode.getInstance(),
                Masks.sensitive(values, change.path("before_sensitive")),
                Origin.NONE);
        Shape.OBJECT.check(plan, where + ".change.after", change.path("after"));
    }

    /** All of a list. */
    static List<PlannedChange> all(Document plan, String field) throws UnreadableInput {
        List<PlannedChange> changes = new ArrayList<>();
        int index = 0;
        for (JsonNode json : plan.array(field)) {
            // An ephemeral resource is opened and closed again, and nothing of it stays.
            if (!json.path("mode").asText().equals("ephemeral")) {
                changes.add(new PlannedChange(plan, field + "[" + index + "]", json));
            }
            index++;
        }
        return changes;
    }

    private Change.Action action(Document plan, String where) throws UnreadableInput {
        List<String> words = new ArrayList<>();
        for (JsonNode word : Shape.ARRAY.require(plan, where, change.path("actions"))) {
            words.add(word.asText());
        }
        Change.Action known = ACTIONS.get(words);
        if (known == null) {
            throw plan.unreadable(
                    where + " must be an action of Terraform such as [\"update\"], got " + change.path("actions"),
                    "Was the plan made by a newer Terraform than 1.14? Use an older one.");
        }
        return known;
    }

    String address() {
        return address;
    }

    Change.Action action() {
        return action;
    }

    @Nullable
    String previousAddress() {
        return json.path("previous_address").textValue();
    }

    /** Whether it is about an object that an unfinished replacement has left, and not the one at the address. */
    boolean isDeposed() {
        return json.hasNonNull("deposed");
    }

    /** The values before; absent if there were none. */
    Value before() {
        return before;
    }

    /** The values after; absent if there will be none. */
    Value after(Origin origin) {
        JsonNode values = change.path("after");
        return new Value(
                values.isNull() ? MissingNode.getInstance() : values,
                Masks.compact(change.path("after_unknown")),
                Masks.sensitive(values, change.path("after_sensitive")),
                origin);
    }

    /** The resource at the address with some values. */
    Resource resource(Value values) {
        return new Resource(address, json.path("type").asText(), isData(), values);
    }

    private boolean isData() {
        return json.path("mode").asText().equals("data");
    }

    Change toChange(Value after) {
        List<String> paths = new ArrayList<>();
        change.path("replace_paths").forEach(path -> paths.add(path(path)));
        return new Change(
                address,
                previousAddress(),
                json.path("type").asText(),
                isData(),
                action,
                json.path("action_reason").asText(""),
                List.copyOf(paths),
                change.path("importing").isObject(),
                isDeposed(),
                before,
                after);
    }

    private static String path(JsonNode steps) {
        StringBuilder path = new StringBuilder();
        for (JsonNode step : steps) {
            boolean isName = step.isTextual() && step.asText().matches("[\\w-]+");
            path.append(isName && !path.isEmpty() ? "." : "").append(isName ? step.asText() : "[" + step + "]");
        }
        return path.toString();
    }
}
