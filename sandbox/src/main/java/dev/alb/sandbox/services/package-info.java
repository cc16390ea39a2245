/**
 * What the services of AWS do with a call: what they refuse, in their own words, and what they answer.
 *
 * <p>One {@link Behavior} describes one type of resource, by the {@link Call}s that the provider makes for it. The
 * behaviors of one service stand in one class.
 */
@NullMarked
package dev.alb.sandbox.services;

import org.jspecify.annotations.NullMarked;
