package dev.alb.demo;

/**
 * A change of a text: some characters at one place give way to others. Places are counted as Java and JavaScript do.
 *
 * @param at where
 * @param delete how many characters go
 * @param insert what comes in their place
 */
record Edit(int at, int delete, String insert) {
    /** Whether a text has that place. */
    boolean fits(String text) {
        return at >= 0 && delete >= 0 && (long) at + delete <= text.length();
    }

    /** The text with the change. */
    String of(String text) {
        return text.substring(0, at) + insert + text.substring(at + delete);
    }

    /**
     * The same change in a text that has another change already. At the same place, what came first stays first. The editor
     * page does the same in JavaScript.
     */
    Edit after(Edit earlier) {
        int from = earlier.at;
        int to = earlier.at + earlier.delete;
        int shift = earlier.insert.length() - earlier.delete;
        int behind = from + earlier.insert.length();
        int end = at + delete;
        int newAt = at < from ? at : at >= to ? at + shift : behind;
        int newEnd = delete == 0 || end <= from ? newAt + delete : end >= to ? end + shift : at < from ? from : behind;
        return new Edit(newAt, newEnd - newAt, insert);
    }
}
