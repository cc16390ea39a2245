/** Target groups: where requests go, how it is known that a target is well, and what is registered. */
@NullMarked
package dev.alb.targetgroups;

import org.jspecify.annotations.NullMarked;
