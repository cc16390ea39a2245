package dev.alb.review;

import dev.alb.snapshot.Change;
import dev.alb.snapshot.Change.Action;
import dev.alb.snapshot.Plan;
import dev.alb.snapshot.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of a plan, a line for each.
 *
 * @param lines in the order of the addresses
 * @param folded how many have no line, as only tags or computed values change
 */
public record ChangeLines(List<ChangeLine> lines, int folded) {
    private static final int MOST_TOLD = 8;

    /** What tells an object from others of its type. */
    private static final List<String> TELLING = List.of(
            "name",
            "description",
            "port",
            "protocol",
            "priority",
            "cidr_ipv4",
            "cidr_ipv6",
            "from_port",
            "to_port",
            "path");

    /** Copies the list. */
    public ChangeLines {
        lines = List.copyOf(lines);
    }

    /**
     * The changes of a plan.
     *
     * @param told addresses of replacements and deletions that are told elsewhere
     */
    public static ChangeLines of(Plan plan, Set<String> told) {
        List<ChangeLine> lines = new ArrayList<>();
        int folded = 0;
        for (Change change : plan.changes()) {
            boolean isToldElsewhere = told.contains(change.address()) && !change.isDeposed();
            if (!isToldElsewhere && isChange(change)) {
                Optional<ChangeLine> line = line(change);
                line.ifPresent(lines::add);
                folded += line.isPresent() ? 0 : 1;
            }
        }
        return new ChangeLines(lines, folded);
    }

    /**
     * What was changed in AWS, as far as the plan changes it back: what it takes as it is was never configured, and Terraform
     * passes over that as well. A plan that only refreshes has all of it.
     */
    public static List<ChangeLine> ofDrift(Plan plan) {
        Map<String, Value> planned = new HashMap<>();
        plan.changes().stream()
                .filter(change -> !change.isDeposed())
                .forEach(change -> planned.put(change.address(), change.after()));
        List<ChangeLine> lines = new ArrayList<>();
        for (Change change : plan.drift()) {
            if (change.action() == Action.DELETE) {
                lines.add(new ChangeLine(change.address(), "deleted", ""));
            } else {
                Value after = planned.get(change.address());
                List<String> changes = ValueChanges.of(
                        change.before(),
                        change.after(),
                        name -> after == null
                                || !after.at(name).equals(change.after().at(name)));
                if (!changes.isEmpty()) {
                    lines.add(new ChangeLine(change.address(), "changed", joined(changes)));
                }
            }
        }
        return lines;
    }

    private static boolean isChange(Change change) {
        boolean isRead = change.isData() || change.action() == Action.READ;
        boolean isMoved = change.previousAddress() != null;
        return !isRead && (change.action() != Action.NO_OP || isMoved || change.isImport());
    }

    /** Nothing where it is not worth a line. */
    private static Optional<ChangeLine> line(Change change) {
        List<String> texts = new ArrayList<>();
        List<String> actions = new ArrayList<>();
        if (change.previousAddress() != null) {
            actions.add("moved");
            texts.add("from " + change.previousAddress());
        }
        if (change.isImport()) {
            actions.add("imported");
        }
        describe(change, actions, texts);
        return actions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ChangeLine(change.address(), String.join(" and ", actions), String.join("; ", texts)));
    }

    private static void describe(Change change, List<String> actions, List<String> texts) {
        switch (change.action()) {
            case CREATE -> add(actions, texts, "added", telling(change.after()));
            case DELETE ->
                add(
                        actions,
                        texts,
                        "deleted",
                        change.isDeposed() ? "what an unfinished replacement has left behind" : reason(change));
            case DELETE_THEN_CREATE, CREATE_THEN_DELETE -> add(actions, texts, "replaced", causes(change));
            case FORGET -> add(actions, texts, "forgotten", "Terraform lets go of it, and it stays in AWS");
            case UPDATE -> {
                List<String> changes = ValueChanges.of(change.before(), change.after());
                if (!changes.isEmpty()) {
                    add(actions, texts, "changed", joined(changes));
                }
            }
            case NO_OP, READ -> {}
        }
    }

    private static void add(List<String> actions, List<String> texts, String action, String text) {
        actions.add(action);
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    private static String reason(Change change) {
        return ActionReason.of(change).orElse("");
    }

    /** With the values of the attributes that force it, as far as they are among the changes. */
    private static String causes(Change change) {
        if (change.replacePaths().isEmpty()) {
            return reason(change);
        }
        List<String> changes = ValueChanges.of(change.before(), change.after()).stream()
                .filter(text -> change.replacePaths().stream().anyMatch(path -> text.startsWith(path + ":")))
                .toList();
        return "because of " + (changes.isEmpty() ? String.join(", ", change.replacePaths()) : joined(changes));
    }

    private static String telling(Value after) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String name : TELLING) {
            Value value = after.at(name);
            if (!value.isSensitive()) {
                value.text().filter(text -> !text.isEmpty()).ifPresent(text -> told.put(name, text));
            }
        }
        return joined(told.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList());
    }

    private static String joined(List<String> texts) {
        int more = texts.size() - MOST_TOLD;
        return String.join("; ", texts.subList(0, Math.min(texts.size(), MOST_TOLD)))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
