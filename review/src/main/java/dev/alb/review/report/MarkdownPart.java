package dev.alb.review.report;

import java.util.List;

/**
 * A part of a document, of which the last items can be left out.
 *
 * @param rank how early its items go into a document that is too small for all: the lowest first
 * @param one what one of its items is called
 * @param many what several are called
 * @param before what stands before them
 * @param items in their order
 * @param after what stands after them
 */
record MarkdownPart(int rank, String one, String many, String before, List<String> items, String after) {
    /** Copies the items. */
    MarkdownPart {
        items = List.copyOf(items);
    }

    /** It, with some of its items, and how many these are not. */
    String with(int kept) {
        String more = kept < items.size() ? "\n*" + left(items.size() - kept) + " left out here*\n" : "";
        return before + String.join("", items.subList(0, kept)) + more + after;
    }

    /** A number of its items, in words. */
    String left(int count) {
        return count + " " + (count == 1 ? one : many);
    }
}
