/** Takes requests, decides about them as the listeners of a load balancer do, and sends them on to targets. */
@NullMarked
package dev.alb.serve.proxy;

import org.jspecify.annotations.NullMarked;
