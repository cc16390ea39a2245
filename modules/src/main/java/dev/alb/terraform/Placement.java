package dev.alb.terraform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.constructs.Construct;

/** Where one resource stands in the JSON: its block type, its type, its name, and what it consists of. */
final class Placement {
    private final Construct scope;
    private final String block;
    private final String type;
    private final String ownName;
    private final Map<String, Object> arguments;
    private final TreeSet<String> removed = new TreeSet<>(Comparator.reverseOrder());
    private String name;
    private boolean movedAway;

    Placement(Construct scope, String block, String type, String name, Map<String, Object> arguments) {
        this.scope = scope;
        this.block = block;
        this.type = type;
        this.ownName = name;
        this.name = name;
        this.arguments = arguments;
    }

    Construct scope() {
        return scope;
    }

    /** {@code resource} or {@code data}. */
    String block() {
        return block;
    }

    String type() {
        return type;
    }

    String name() {
        return name;
    }

    String address() {
        return type + "." + name;
    }

    /** Without those that a caller took out. */
    Map<String, Object> arguments() {
        Map<String, Object> remaining = arguments;
        for (String path : removed) {
            remaining = without(List.of(path.split("\\.")), remaining);
        }
        return remaining;
    }

    /** The last override of a path, or of one above or below it, is the one that counts. */
    void override(String path, boolean removes) {
        removed.removeIf(earlier -> isWithin(earlier, path) || isWithin(path, earlier));
        if (removes) {
            removed.add(path);
        }
    }

    private static boolean isWithin(String path, String parent) {
        return (path + ".").startsWith(parent + ".");
    }

    boolean isMovedAway() {
        return movedAway;
    }

    void moveAway() {
        movedAway = true;
    }

    void rename(String newName) {
        name = newName;
    }

    void resetName() {
        name = ownName;
    }

    private static Map<String, Object> without(List<String> path, Map<?, ?> block) {
        Map<String, Object> copy = new LinkedHashMap<>();
        block.forEach((name, value) -> {
            if (!name.equals(path.get(0))) {
                copy.put(String.valueOf(name), value);
            } else if (path.size() > 1) {
                copy.put(String.valueOf(name), withoutBelow(path.subList(1, path.size()), value));
            }
        });
        return copy;
    }

    private static Object withoutBelow(List<String> path, Object value) {
        if (value instanceof Map<?, ?> block) {
            return without(path, block);
        }
        return value instanceof List<?> list ? withoutElement(path, list) : value;
    }

    /** The elements of a list go by their numbers. */
    private static List<Object> withoutElement(List<String> path, List<?> list) {
        List<Object> copy = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!path.get(0).equals(String.valueOf(i))) {
                copy.add(list.get(i));
            } else if (path.size() > 1) {
                copy.add(withoutBelow(path.subList(1, path.size()), list.get(i)));
            }
        }
        return copy;
    }
}
