/** Protection in front of a load balancer: the web application firewall and AWS Shield Advanced. */
@NullMarked
package dev.alb.firewall;

import org.jspecify.annotations.NullMarked;
