/** What a reviewer of a plan has to know, most important first. */
@NullMarked
package dev.alb.review;

import org.jspecify.annotations.NullMarked;
