package dev.alb.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of a configuration, with what is written in it as {@code ${…}} or {@code %{…}}.
 *
 * @param parts in their order
 */
record Template(List<Part> parts) {

    /** A text as it is, or an expression. */
    record Part(boolean isExpression, String text) {}

    static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
                plain.append(text, at + 1, at + 3);
                at += 3;
            } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
                int end = Brackets.end(text, at + 1);
                addPlain(parts, plain);
                parts.add(new Part(true, text.substring(at + 2, Math.max(at + 2, end - 1))));
                at = end;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        addPlain(parts, plain);
        return new Template(List.copyOf(parts));
    }

    private static void addPlain(List<Part> parts, StringBuilder plain) {
        if (!plain.isEmpty()) {
            parts.add(new Part(false, plain.toString()));
            plain.setLength(0);
        }
    }

    /** What its expressions refer to. */
    List<Traversal> references() {
        return parts.stream()
                .filter(Part::isExpression)
                .flatMap(part -> Expression.references(part.text()).stream())
                .toList();
    }
}
