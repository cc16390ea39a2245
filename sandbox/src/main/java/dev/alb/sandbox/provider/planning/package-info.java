/**
 * How a plan is made: what the provider adds to Terraform's proposal, what it takes for the same, what it replaces and
 * what it refuses before anything is changed.
 *
 * <p>What is peculiar to a type stands in {@code aws-plans.json}, and where words are not enough in a small rule.
 */
@NullMarked
package dev.alb.sandbox.provider.planning;

import org.jspecify.annotations.NullMarked;
