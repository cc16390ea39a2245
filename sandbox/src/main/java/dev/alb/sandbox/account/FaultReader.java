package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.Fault.ConnectionLost;
import dev.alb.sandbox.account.Fault.Effect;
import dev.alb.sandbox.account.Fault.Failed;
import dev.alb.sandbox.account.Fault.Hanging;
import dev.alb.sandbox.account.Fault.Throttled;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of faults and finds everything that is wrong in it.
 *
 * <pre>{@code
 * {"faults": [
 *   {"operation": "CreateListener", "throttle": 3},
 *   {"type": "aws_lb", "object": "wiki", "fail": {"code": "InternalFailure", "message": "…", "status": 500}},
 *   {"operation": "CreateRule", "from_call": 2, "times": 4, "lose_connection": true},
 *   {"operation": "CreateTargetGroup", "hang_seconds": 30}, {"operation": "CreateRule", "hang": true}
 * ]}
 * }</pre>
 */
final class FaultReader {
    private static final String FIX = "Correct the file, or delete it: then nothing goes wrong.";
    private static final Set<String> EFFECTS = Set.of("throttle", "fail", "lose_connection", "hang", "hang_seconds");
    private static final Set<String> KEYS = Set.of("operation", "type", "object", "from_call", "times");
    private static final Set<String> OF_FAILURES = Set.of("code", "message", "status", "took_effect");

    private final String where;
    private final List<Complaint> complaints = new ArrayList<>();

    FaultReader(String where) {
        this.where = where;
    }

    List<Fault> read(ObjectNode json) {
        List<Fault> faults = new ArrayList<>();
        known(json, "", Set.of("faults"));
        if (!json.path("faults").isArray()) {
            complain("faults", "be an array of faults", json.path("faults"));
        }
        for (int i = 0; i < json.path("faults").size(); i++) {
            fault(json.path("faults").get(i), "faults[" + i + "]").ifPresent(faults::add);
        }
        if (!complaints.isEmpty()) {
            throw new InvalidAccount(complaints);
        }
        return faults;
    }

    private Optional<Fault> fault(JsonNode json, String at) {
        Set<String> known = new java.util.TreeSet<>(KEYS);
        known.addAll(EFFECTS);
        known(json, at + ".", known);
        List<String> effects = EFFECTS.stream().filter(json::has).sorted().toList();
        if (effects.size() != 1) {
            String rule = "have one of fail, hang, hang_seconds, lose_connection and throttle";
            complaints.add(new Complaint(where + " " + at, rule, effects.isEmpty() ? "none" : effects.toString(), FIX));
            return Optional.empty();
        }
        int call = number(json, "from_call", 1, at);
        int times = number(json, "times", 1, at);
        Optional<Effect> effect = effect(effects.get(0), json, at);
        String operation = text(json, "operation", at);
        String type = text(json, "type", at);
        String object = text(json, "object", at);
        return effect.map(each -> new Fault(each, operation, type, object, call, times));
    }

    private Optional<Effect> effect(String name, JsonNode json, String at) {
        return switch (name) {
            case "throttle" -> Optional.of(new Throttled(number(json, name, 1, at)));
            case "hang_seconds" -> Optional.of(new Hanging(Optional.of(Duration.ofSeconds(number(json, name, 1, at)))));
            case "fail" -> failed(json.path(name), at + ".fail");
            default ->
                yes(json.path(name), at + "." + name)
                        .map(yes -> name.equals("hang") ? new Hanging(Optional.empty()) : new ConnectionLost());
        };
    }

    private Optional<Effect> failed(JsonNode json, String at) {
        known(json, at + ".", OF_FAILURES);
        for (String name : List.of("code", "message")) {
            if (!json.path(name).isTextual()) {
                complain(at + "." + name, "be a text", json.path(name));
            }
        }
        int status = number(json, "status", 400, at);
        boolean tookEffect = json.has("took_effect")
                && yes(json.path("took_effect"), at + ".took_effect").isPresent();
        return Optional.of(
                new Failed(json.path("code").asText(), json.path("message").asText(), status, tookEffect));
    }

    private Optional<Boolean> yes(JsonNode json, String at) {
        if (!json.asBoolean(false)) {
            complain(at, "be true", json);
            return Optional.empty();
        }
        return Optional.of(true);
    }

    private @Nullable String text(JsonNode json, String name, String at) {
        if (json.has(name) && !json.path(name).isTextual()) {
            complain(at + "." + name, "be a text", json.path(name));
        }
        return json.has(name) ? json.path(name).asText() : null;
    }

    private int number(JsonNode json, String name, int usual, String at) {
        if (json.has(name) && (!json.path(name).isInt() || json.path(name).asInt() < 1)) {
            complain(at + "." + name, "be a whole number, 1 or more", json.path(name));
            return usual;
        }
        return json.path(name).asInt(usual);
    }

    private void known(JsonNode json, String prefix, Set<String> names) {
        json.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                complaints.add(new Complaint(
                        where + " " + prefix + name, "be a known key", '"' + name + '"', Nearest.fix(name, names)));
            }
        });
    }

    private void complain(String at, String rule, JsonNode got) {
        complaints.add(new Complaint(where + " " + at, rule, got.isMissingNode() ? "nothing" : got.toString(), FIX));
    }
}
