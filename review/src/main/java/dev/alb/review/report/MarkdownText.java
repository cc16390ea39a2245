package dev.alb.review.report;

/**
 * Text of a plan in Markdown: it formats nothing, breaks no table, and is no HTML, no mention of a user and no link to an
 * issue, neither in GitHub nor in GitLab.
 */
final class MarkdownText {
    private static final String ACTIVE = "&<>|\\`*[]~$";
    private static final String REFERRING = "@#!~%$&";
    private static final String UNSEEN_SPACE = "&#8203;";

    private MarkdownText() {}

    /** Prose. */
    static String text(String text) {
        String visible = Visible.text(text);
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < visible.length(); i++) {
            char character = visible.charAt(i);
            boolean isActive = ACTIVE.indexOf(character) >= 0 || character == '_' && !isWithinWord(visible, i);
            escaped.append(isActive ? entity(character) : character);
            if (REFERRING.indexOf(character) >= 0 && isAlphanumeric(visible, i + 1)) {
                escaped.append(UNSEEN_SPACE);
            }
        }
        return escaped.toString();
    }

    /** A name or a value, in the letters of a program. */
    static String code(String text) {
        String visible = Visible.text(text);
        if (visible.isBlank()) {
            return "";
        }
        if (visible.equals(visible.strip()) && visible.chars().noneMatch(c -> "`|\\<".indexOf(c) >= 0)) {
            return "`" + visible + "`";
        }
        StringBuilder escaped = new StringBuilder("<code>");
        visible.chars().forEach(c -> escaped.append(isPlain(c) ? String.valueOf((char) c) : entity((char) c)));
        return escaped.append("</code>").toString();
    }

    private static boolean isPlain(int character) {
        return character == ' ' || character > 127 || Character.isLetterOrDigit(character);
    }

    private static String entity(char character) {
        return "&#" + (int) character + ";";
    }

    private static boolean isWithinWord(String text, int index) {
        return isAlphanumeric(text, index - 1) && isAlphanumeric(text, index + 1);
    }

    private static boolean isAlphanumeric(String text, int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }
}
