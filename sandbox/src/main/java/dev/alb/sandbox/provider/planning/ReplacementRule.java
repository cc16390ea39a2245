package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.values.Value;
import java.util.List;

/** A reason to replace that depends on more than one attribute. */
@FunctionalInterface
interface ReplacementRule {
    /** The attributes or blocks that force the replacement; none if it can be done in place. */
    List<String> forcedBy(Value.Mapping before, Value.Mapping after);
}
