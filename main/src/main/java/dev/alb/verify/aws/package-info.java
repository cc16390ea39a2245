/** How AWS is asked, or what stands in its place. */
@NullMarked
package dev.alb.verify.aws;

import org.jspecify.annotations.NullMarked;
