package dev.alb.architecture.broken.rules;

import dev.alb.architecture.broken.loadbalancer.KnowsRules;

/** Together with what it knows, a cycle. */
public record Rule(KnowsRules below) {}
