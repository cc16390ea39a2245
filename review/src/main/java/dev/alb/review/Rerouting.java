package dev.alb.review;

import dev.alb.routing.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Requests that end elsewhere, with what a finding about them needs.
 *
 * @param change what a report shows
 * @param before what became of them; {@code null} if nothing took them
 * @param after what will become of them; {@code null} if nothing will take them
 */
record Rerouting(
        RoutingChange change,
        @Nullable Outcome before,
        @Nullable Outcome after) {}
