/** What becomes of a URL: the listener, the certificate, the rule that decides and why, and where the request ends. */
@NullMarked
package dev.alb.route;

import org.jspecify.annotations.NullMarked;
