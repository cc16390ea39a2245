package dev.alb.review.report;

import java.util.ArrayList;
import java.util.List;

/** Lines for a terminal, broken at spaces where they get too long; a word is never broken, so that it can be copied. */
final class TextLines {
    private final int width;
    private final boolean colors;
    private final StringBuilder text = new StringBuilder();

    TextLines(int width, boolean colors) {
        this.width = width;
        this.colors = colors;
    }

    /** How a line looks, by the codes of terminals. */
    enum Style {
        PLAIN(""),
        BOLD("1"),
        RED("1;31"),
        YELLOW("1;33"),
        CYAN("36"),
        GREEN("32");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    TextLines blank() {
        text.append('\n');
        return this;
    }

    /**
     * A paragraph.
     *
     * @param indent how many spaces stand before its first line
     * @param hang how many more stand before the others
     */
    TextLines add(int indent, int hang, Style style, String paragraph) {
        int room = width - indent;
        for (String line : broken(Visible.text(paragraph), room, hang)) {
            text.append(" ".repeat(indent)).append(styled(style, line)).append('\n');
        }
        return this;
    }

    TextLines add(int indent, String paragraph) {
        return add(indent, 0, Style.PLAIN, paragraph);
    }

    private String styled(Style style, String line) {
        return colors && style != Style.PLAIN ? "\u001b[" + style.code + "m" + line + "\u001b[0m" : line;
    }

    private static List<String> broken(String paragraph, int room, int hang) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean isEmpty = true;
        for (String word : paragraph.split(" ", -1)) {
            if (!isEmpty && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(hang));
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
