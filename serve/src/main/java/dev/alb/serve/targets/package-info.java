/**
 * Target groups as they run: which target gets a request, which cookies keep a client with it, and what health checks make of
 * it. Nothing here sends anything.
 */
@NullMarked
package dev.alb.serve.targets;

import org.jspecify.annotations.NullMarked;
