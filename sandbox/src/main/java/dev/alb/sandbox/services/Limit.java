package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Quota;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * At most so many of something, this one included.
 *
 * @param quota the account's quota
 * @param count how many there are already
 * @param refusal what AWS says to one more, by the change and the quota
 */
record Limit(Quota quota, ToIntFunction<Change> count, BiFunction<Change, Integer, Refusal> refusal) implements Rule {
    @Override
    public void check(Change change) {
        int most = change.aws().quotas().of(quota);
        if (count.applyAsInt(change) >= most) {
            throw refusal.apply(change, most);
        }
    }
}
