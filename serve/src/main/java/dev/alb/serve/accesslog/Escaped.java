package dev.alb.serve.accesslog;

import java.util.Locale;

/** A text of a client in a line: it can end neither its quotes nor the line, and does nothing to a terminal. */
final class Escaped {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int FIRST_AFTER_CONTROLS = 0xa0;

    private Escaped() {}

    static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || c >= DELETE && c < FIRST_AFTER_CONTROLS) {
                escaped.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
