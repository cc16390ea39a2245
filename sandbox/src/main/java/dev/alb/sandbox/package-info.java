/**
 * The real Terraform on a simulated AWS, with no account and no network.
 *
 * <p>{@link OfflineTerraform} runs Terraform on a folder against an account of its own.
 */
@NullMarked
package dev.alb.sandbox;

import org.jspecify.annotations.NullMarked;
