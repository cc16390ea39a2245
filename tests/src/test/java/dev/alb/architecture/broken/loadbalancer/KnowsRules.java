package dev.alb.architecture.broken.loadbalancer;

import dev.alb.architecture.broken.rules.Rule;

/** Points back up. */
public interface KnowsRules {
    /** From above. */
    Rule rule();
}
