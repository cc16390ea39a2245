package dev.alb.architecture.broken.sandbox;

import dev.alb.architecture.broken.site.KnowsTheCommandLine;

/** A sandbox for one application alone. */
public record KnowsTheSite(KnowsTheCommandLine site) {}
