/**
 * What a load balancer does with a request, as a model: exact sets of requests, and where each of them ends.
 *
 * <p>It knows nothing of Terraform, CDKTF or files. A {@link RoutingTable} is one listener with its rules; it says what
 * happens to one {@link Request}, and which requests reach each rule. Two tables can be held against each other
 * ({@link RoutingDifference}).
 */
@NullMarked
package dev.alb.routing;

import org.jspecify.annotations.NullMarked;
