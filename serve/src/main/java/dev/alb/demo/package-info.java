/** Small stand-ins for Confluence and Synchrony, a pair for each node, so that a load balancer has something behind it. */
@NullMarked
package dev.alb.demo;

import org.jspecify.annotations.NullMarked;
