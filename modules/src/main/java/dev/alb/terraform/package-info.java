/**
 * The one place that knows how a resource reaches CDKTF and Terraform.
 *
 * <p>Everything above it states attributes as records; here they become Terraform JSON, get an address, are checked
 * across objects, and reach the synthesizer. A move from CDKTF to its successor is a change of imports in this package.
 */
@NullMarked
package dev.alb.terraform;

import org.jspecify.annotations.NullMarked;
