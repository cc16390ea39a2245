package dev.alb.rules;

import java.util.List;

/** A condition on one text of a request, of which a rule has one at most. */
sealed interface PatternCondition extends Condition permits HostHeader, PathPattern, HttpRequestMethod {

    /** The texts that meet it. */
    ValueSet valueSet();

    /** What stands there in a rule without such a condition. */
    Glob everything();

    @Override
    default int valueCount() {
        return valueSet().size();
    }

    @Override
    default int wildcards() {
        return valueSet().wildcards();
    }

    @Override
    default boolean isImpliedBy(List<Condition> conditions) {
        return valueSet().covers(sameKindIn(conditions), everything());
    }

    @Override
    default Overlap overlap(List<Condition> conditions) {
        return valueSet().overlap(sameKindIn(conditions), everything());
    }

    private ValueSet sameKindIn(List<Condition> conditions) {
        return Condition.only(getClass(), conditions)
                .map(PatternCondition::valueSet)
                .orElse(ValueSet.all(everything()));
    }
}
