package dev.alb.sandbox.services;

import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * At most so many of something, this one included.
 *
 * @param most how many there may be
 * @param count how many there are already
 * @param refusal what AWS says to one more, by the change and the quota
 */
record Quota(int most, ToIntFunction<Change> count, BiFunction<Change, Integer, Refusal> refusal) implements Rule {
    @Override
    public void check(Change change) {
        if (count.applyAsInt(change) >= most) {
            throw refusal.apply(change, most);
        }
    }
}
