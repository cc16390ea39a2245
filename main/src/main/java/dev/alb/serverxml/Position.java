package dev.alb.serverxml;

/**
 * A place in a text, as editors count.
 *
 * @param line from 1; a line ends with a line feed, a carriage return, or both
 * @param column from 1, in characters
 */
record Position(int line, int column) {

    /** The place of an index. */
    static Position of(String text, int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            boolean isFirstOfTwo = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !isFirstOfTwo) {
                line++;
                start = i + 1;
            }
        }
        return new Position(line, text.codePointCount(start, index) + 1);
    }
}
