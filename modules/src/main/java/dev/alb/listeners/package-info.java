/** Where a load balancer listens: ports, TLS, certificates, client certificates, and what happens by default. */
@NullMarked
package dev.alb.listeners;

import org.jspecify.annotations.NullMarked;
