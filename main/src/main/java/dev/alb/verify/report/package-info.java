/** The result of a verification, for people and for programs. */
@NullMarked
package dev.alb.verify.report;

import org.jspecify.annotations.NullMarked;
