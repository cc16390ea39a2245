/** Security groups, and who may reach whom. */
@NullMarked
package dev.alb.securitygroups;

import org.jspecify.annotations.NullMarked;
