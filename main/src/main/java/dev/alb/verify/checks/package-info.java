/** What is checked after a deploy, one class for each check. */
@NullMarked
package dev.alb.verify.checks;

import org.jspecify.annotations.NullMarked;
