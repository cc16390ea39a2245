/** Certificates that are made on the spot, by an authority of this machine. */
@NullMarked
package dev.alb.serve.tls;

import org.jspecify.annotations.NullMarked;
