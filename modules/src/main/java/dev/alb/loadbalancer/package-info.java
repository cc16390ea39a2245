/** The load balancer itself and everything that is set on it. */
@NullMarked
package dev.alb.loadbalancer;

import org.jspecify.annotations.NullMarked;
