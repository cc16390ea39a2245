/**
 * What Terraform knows of resources at one moment, whoever wrote it: synthesized JSON, a plan before and after, a state.
 *
 * <p>A {@link Snapshot} has resources, a resource has {@link Value values}. Each value is known, absent, or known only after
 * the apply; then it may still say to which resource it refers.
 */
@NullMarked
package dev.alb.snapshot;

import org.jspecify.annotations.NullMarked;
