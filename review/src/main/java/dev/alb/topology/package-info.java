/** Load balancers with their listeners, rules, target groups and security groups, out of the resources of a snapshot. */
@NullMarked
package dev.alb.topology;

import org.jspecify.annotations.NullMarked;
