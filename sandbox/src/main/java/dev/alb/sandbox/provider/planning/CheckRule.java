package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.values.Value;
import java.util.List;

/** What the provider refuses of a configuration for a reason that takes more than a table. */
@FunctionalInterface
interface CheckRule {
    /** What is wrong; nothing of what is not known yet. */
    List<Finding> check(Value.Mapping config);
}
