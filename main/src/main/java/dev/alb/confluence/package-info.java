/** What Confluence and Synchrony need of a load balancer: the topology of a site, made from the modules. */
@NullMarked
package dev.alb.confluence;

import org.jspecify.annotations.NullMarked;
