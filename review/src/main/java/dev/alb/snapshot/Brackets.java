package dev.alb.snapshot;

/** Finds the other end of brackets and of texts in quotes, in each other as they may be. */
final class Brackets {
    private Brackets() {}

    /** The place behind the bracket that closes the one at a place; the end of the text if none does. */
    static int end(String text, int start) {
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfQuotes(text, at);
                continue;
            }
            depth += "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0;
            at++;
            if (depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    /** The place behind the quotes that close the ones at a place. */
    static int endOfQuotes(String text, int start) {
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            boolean isTemplate = (c == '$' || c == '%') && text.startsWith("{", at + 1);
            at = c == '\\' ? at + 2 : isTemplate ? end(text, at + 1) : at + 1;
        }
        return text.length();
    }
}
