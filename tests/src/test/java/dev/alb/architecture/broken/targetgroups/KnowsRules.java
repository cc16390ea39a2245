package dev.alb.architecture.broken.targetgroups;

import dev.alb.architecture.broken.rules.Rule;

/** Points back up. */
public interface KnowsRules {
    /** From above. */
    Rule rule();
}
