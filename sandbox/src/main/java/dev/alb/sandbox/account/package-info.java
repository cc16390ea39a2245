/** The simulated AWS account: what stands in it, under which ids, and how it is kept between two commands. */
@NullMarked
package dev.alb.sandbox.account;

import org.jspecify.annotations.NullMarked;
