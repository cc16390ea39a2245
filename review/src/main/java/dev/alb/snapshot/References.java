package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The references of an expression in a plan's configuration. */
final class References {
    private static final String REFERENCES = "references";

    private References() {}

    /** Whether something is an expression, and not a block. */
    static boolean isExpression(JsonNode node) {
        return node.path(REFERENCES).isArray() || node.has("constant_value");
    }

    /**
     * What it refers to. Terraform lists each reference with all that it is a part of behind it: {@code aws_lb.a.arn},
     * {@code aws_lb.a}; only the first one counts.
     */
    static List<Traversal> of(JsonNode expression) {
        List<Traversal> references = new ArrayList<>();
        Traversal last = new Traversal(List.of());
        for (JsonNode text : expression.path(REFERENCES)) {
            Traversal next = Traversal.of(text.asText());
            if (!last.continues(next)) {
                references.add(next);
            }
            last = next;
        }
        return references;
    }
}
