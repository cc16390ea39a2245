package dev.alb.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * A way through names and keys, as an address or a reference goes: {@code module.a["k.x"].aws_lb.b[0].arn}.
 *
 * @param steps a name, or a key in its brackets as it is written
 */
record Traversal(List<String> steps) {
    Traversal {
        steps = List.copyOf(steps);
    }

    static Traversal of(String text) {
        List<String> steps = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.charAt(start) == '[' ? endOfKey(text, start) : endOfName(text, start);
            if (end > start) {
                steps.add(text.substring(start, end));
            }
            start = end < text.length() && text.charAt(end) == '.' ? end + 1 : Math.max(end, start + 1);
        }
        return new Traversal(steps);
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static int endOfKey(String text, int start) {
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** How many steps. */
    int size() {
        return steps.size();
    }

    /** One step; empty behind the end. */
    String step(int index) {
        return index < steps.size() ? steps.get(index) : "";
    }

    /** The key at a place; empty if a name stands there, or nothing. */
    String key(int index) {
        return step(index).startsWith("[") ? step(index) : "";
    }

    /** Whether it goes on where another one ends. */
    boolean continues(Traversal other) {
        return size() > other.size() && steps.subList(0, other.size()).equals(other.steps);
    }

    /** The first steps. */
    Traversal first(int count) {
        return new Traversal(steps.subList(0, Math.min(count, steps.size())));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            text.append(text.isEmpty() || step.startsWith("[") ? "" : ".").append(step);
        }
        return text.toString();
    }
}
