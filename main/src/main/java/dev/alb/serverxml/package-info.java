/** Confluence's own side of a load balancer: what Tomcat and Synchrony are told, and whether a {@code server.xml} says so. */
@NullMarked
package dev.alb.serverxml;

import org.jspecify.annotations.NullMarked;
