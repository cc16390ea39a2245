/** Names in Route 53 that lead to a load balancer. */
@NullMarked
package dev.alb.dns;

import org.jspecify.annotations.NullMarked;
