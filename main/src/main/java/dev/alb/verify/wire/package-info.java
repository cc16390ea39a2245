/** How the world is asked: HTTP and WebSockets by Vert.x, TLS by sockets, names by the system. */
@NullMarked
package dev.alb.verify.wire;

import org.jspecify.annotations.NullMarked;
