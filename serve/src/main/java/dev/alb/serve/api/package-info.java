/**
 * The part of AWS's API for Elastic Load Balancing that reads, about the load balancer that runs here, so that AWS's own clients
 * can ask it.
 */
@NullMarked
package dev.alb.serve.api;

import org.jspecify.annotations.NullMarked;
