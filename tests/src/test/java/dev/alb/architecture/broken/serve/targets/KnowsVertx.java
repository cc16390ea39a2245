package dev.alb.architecture.broken.serve.targets;

import dev.alb.architecture.broken.site.KnowsTheCommandLine;
import io.vertx.core.Vertx;

/** A part of the load balancer that sends requests by itself, and knows a site. */
public record KnowsVertx(Vertx vertx, KnowsTheCommandLine site) {}
