package dev.alb.review.report;

/**
 * Text of a plan without characters that act on the reader: what steers a terminal, breaks a line, turns the direction of
 * writing or isn't seen at all is written as a code.
 */
final class Visible {
    private static final int LONGEST = 2_000;

    private Visible() {}

    /** A text on one line, cut where nobody would read on. */
    static String text(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().limit(LONGEST).forEach(point -> append(visible, point));
        return text.codePointCount(0, text.length()) > LONGEST
                ? visible.append('…').toString()
                : visible.toString();
    }

    private static void append(StringBuilder visible, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> visible.append(code(point));
            default -> visible.appendCodePoint(point);
        }
    }

    private static String code(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted(point);
        };
    }
}
