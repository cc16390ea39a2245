/** Tells whether what was deployed works, by looking at it from outside. Nothing it does changes anything. */
@NullMarked
package dev.alb.verify;

import org.jspecify.annotations.NullMarked;
