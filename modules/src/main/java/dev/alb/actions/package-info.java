/** What is done with a request: forwarding, redirects, fixed responses, and signing in before any of them. */
@NullMarked
package dev.alb.actions;

import org.jspecify.annotations.NullMarked;
