package dev.alb.serve.targets;

import java.util.Locale;
import java.util.stream.Stream;

/** By what a target group chooses among its targets, as AWS calls it. */
public enum Algorithm {
    /** One after the other. */
    ROUND_ROBIN,
    /** The one with the fewest requests in flight. */
    LEAST_OUTSTANDING_REQUESTS,
    /** By chance; AWS gives less to targets that err, this one doesn't. */
    WEIGHTED_RANDOM;

    /** The one of a name; the usual one where it is none of these. */
    static Algorithm of(String word) {
        return Stream.of(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(ROUND_ROBIN);
    }

    /** AWS's word, such as {@code round_robin}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
