package dev.alb.architecture.broken.actions;

import software.constructs.Construct;

/** A model that holds a construct. */
public record KnowsConstructs(Construct construct) {}
