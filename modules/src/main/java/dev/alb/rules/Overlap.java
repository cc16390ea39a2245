package dev.alb.rules;

import java.util.Comparator;
import java.util.stream.Stream;

/** Whether one request can meet two rules; what excludes it comes first. */
public enum Overlap {
    /** No request can. */
    NEVER,
    /** Values are known only after the synthesis. */
    KNOWN_LATER,
    /** A regular expression takes part, and nothing else excludes it. */
    UNDECIDED,
    /** A request can. */
    POSSIBLE;

    /** What holds if all of them have to be met at once. */
    public static Overlap ofAll(Stream<Overlap> overlaps) {
        return overlaps.min(Comparator.naturalOrder()).orElse(POSSIBLE);
    }

    /** What holds if one of them is enough. */
    public static Overlap ofAny(Stream<Overlap> overlaps) {
        return overlaps.max(Comparator.naturalOrder()).orElse(NEVER);
    }
}
