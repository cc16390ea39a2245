/** The names by which AWS knows what runs here. */
@NullMarked
package dev.alb.serve.arns;

import org.jspecify.annotations.NullMarked;
