package dev.alb.review.report;

import dev.alb.review.Review;

/**
 * A review and what it is of.
 *
 * @param plan the plan as the user named it: a file, or a stack
 * @param review what was found
 */
public record Reviewed(String plan, Review review) {}
