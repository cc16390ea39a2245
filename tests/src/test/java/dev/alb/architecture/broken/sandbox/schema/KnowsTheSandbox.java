package dev.alb.architecture.broken.sandbox.schema;

import dev.alb.architecture.broken.sandbox.KnowsTheSite;

/** A part of the sandbox that knows the whole of it. */
public record KnowsTheSandbox(KnowsTheSite sandbox) {}
