/** Assertions on the Terraform JSON of a synthesized stack, for any test framework: they throw {@link AssertionError}. */
@NullMarked
package dev.alb.assertions;

import org.jspecify.annotations.NullMarked;
