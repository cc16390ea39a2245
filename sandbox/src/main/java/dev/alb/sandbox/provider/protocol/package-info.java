/** The messages of Terraform's plugin protocol, generated from {@code plugin.proto}. */
@NullMarked
package dev.alb.sandbox.provider.protocol;

import org.jspecify.annotations.NullMarked;
