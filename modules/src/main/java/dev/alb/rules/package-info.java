/** Which requests a listener treats in which way: conditions, their order, rewriting, and checks of how rules interact. */
@NullMarked
package dev.alb.rules;

import org.jspecify.annotations.NullMarked;
