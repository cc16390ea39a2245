package dev.alb.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what an expression of Terraform's language refers to. */
final class Expression {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*|[0-9]+|\\*)");
    private static final Pattern FIXED_KEY = Pattern.compile("\\[\\s*(\"(?:[^\"\\\\$%]|\\\\.)*\"|[0-9]+)\\s*]");

    private final String text;
    private final List<Traversal> references = new ArrayList<>();
    private int at;

    private Expression(String text) {
        this.text = text;
    }

    /** All that it refers to, in order; names alone, such as those of functions, are none. */
    static List<Traversal> references(String text) {
        Expression expression = new Expression(text);
        while (expression.at < text.length()) {
            expression.next();
        }
        return expression.references;
    }

    private void next() {
        Matcher name = at(NAME);
        if (text.charAt(at) == '"') {
            int end = Brackets.endOfQuotes(text, at);
            String quoted = text.substring(at + 1, Math.max(at + 1, end - 1));
            references.addAll(Template.of(quoted).references());
            at = end;
        } else if (!name.lookingAt()) {
            at++;
        } else {
            boolean isAttribute = at > 0 && text.charAt(at - 1) == '.';
            Traversal traversal = traversal(name);
            if (!isAttribute && traversal.size() > 1) {
                references.add(traversal);
            }
        }
    }

    private Traversal traversal(Matcher name) {
        List<String> steps = new ArrayList<>(List.of(name.group()));
        at = name.end();
        boolean isFixed = true;
        while (at < text.length()) {
            Matcher step = at(STEP);
            Matcher key = at(FIXED_KEY);
            if (step.lookingAt()) {
                isFixed &= addStep(steps, step.group(1), isFixed);
                at = step.end();
            } else if (key.lookingAt()) {
                isFixed &= addStep(steps, "[" + key.group(1) + "]", isFixed);
                at = key.end();
            } else if (text.charAt(at) == '[') {
                int end = Brackets.end(text, at);
                references.addAll(references(text.substring(at + 1, end - 1)));
                isFixed = false;
                at = end;
            } else {
                break;
            }
        }
        return new Traversal(steps);
    }

    /** What comes behind a key that is not fixed is of no resource that can be told. */
    private static boolean addStep(List<String> steps, String step, boolean isFixed) {
        if (isFixed && !step.equals("*")) {
            steps.add(step);
        }
        return !step.equals("*");
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }
}
