/** Certificates that AWS Certificate Manager issues, and the proof that a domain is yours. */
@NullMarked
package dev.alb.certificates;

import org.jspecify.annotations.NullMarked;
