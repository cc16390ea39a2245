package dev.alb.serverxml;

import java.util.Comparator;
import java.util.List;

/**
 * A change of a text at one place.
 *
 * @param start where it begins
 * @param end where what is replaced ends; the same for an insertion
 * @param text what stands there then
 */
record Edit(int start, int end, String text) {

    /** A text with all changes; those at the same place stand in the order of the list. */
    static String apply(String text, List<Edit> edits) {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            result.append(text, done, edit.start).append(edit.text);
            done = edit.end;
        }
        return result.append(text, done, text.length()).toString();
    }
}
