package dev.alb.review;

import dev.alb.routing.Request;

/**
 * Requests that end elsewhere than before.
 *
 * @param listener the address of the listener
 * @param requests which ones, in words
 * @param example one of them
 * @param ruleBefore the rule that decided, or {@code default action}
 * @param outcomeBefore what became of them
 * @param ruleAfter the rule that will decide
 * @param outcomeAfter what will become of them
 * @param isCertain whether that is so; otherwise it can't be told, as something is known only after the apply or is a regular
 *     expression
 */
public record RoutingChange(
        String listener,
        String requests,
        Request example,
        String ruleBefore,
        String outcomeBefore,
        String ruleAfter,
        String outcomeAfter,
        boolean isCertain) {}
