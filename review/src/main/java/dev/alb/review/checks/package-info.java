/**
 * What is looked for in a plan: replacements, who can reach what, and outages. One class for each concern; {@link
 * dev.alb.review.checks.Checks} lists them.
 */
@NullMarked
package dev.alb.review.checks;

import org.jspecify.annotations.NullMarked;
