/**
 * A provider {@code hashicorp/aws} for the real Terraform: the plugin protocol, served over loopback.
 *
 * <p>It plans as the real provider does. What AWS says to a change is the business of {@code dev.alb.sandbox.services}.
 */
@NullMarked
package dev.alb.sandbox.provider;

import org.jspecify.annotations.NullMarked;
