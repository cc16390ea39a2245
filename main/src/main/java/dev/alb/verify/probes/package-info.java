/** What checks ask the world, and the answers. */
@NullMarked
package dev.alb.verify.probes;

import org.jspecify.annotations.NullMarked;
