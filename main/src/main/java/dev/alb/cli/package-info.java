/** The commands, and the one place where everything is put together. Nobody depends on it. */
@NullMarked
package dev.alb.cli;

import org.jspecify.annotations.NullMarked;
