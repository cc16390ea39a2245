/** Lines about requests, for programs that read the access logs of an Application Load Balancer and for people. */
@NullMarked
package dev.alb.serve.accesslog;

import org.jspecify.annotations.NullMarked;
