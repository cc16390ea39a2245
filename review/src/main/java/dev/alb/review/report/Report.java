package dev.alb.review.report;

import java.util.List;

/** Writes reviews in one format. */
@FunctionalInterface
public interface Report {

    /** The whole document, for one review or more; the same for the same reviews, byte for byte. */
    String of(List<Reviewed> reviews);
}
