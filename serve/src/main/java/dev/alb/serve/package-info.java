/** A load balancer on this machine that does with requests what AWS would do. */
@NullMarked
package dev.alb.serve;

import org.jspecify.annotations.NullMarked;
