package dev.alb.sandbox.account;

import java.util.EnumMap;
import java.util.Map;

/** The quotas of one account. */
public final class Quotas {
    private static final Quotas USUAL = new Quotas(new EnumMap<>(Quota.class));

    private final Map<Quota, Integer> values;

    private Quotas(Map<Quota, Integer> values) {
        this.values = values;
    }

    /** Those of a new account. */
    public static Quotas usual() {
        return USUAL;
    }

    /** The same with another value of one quota. */
    public Quotas with(Quota quota, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("Quota " + quota.key() + " must be 0 or more, got " + value);
        }
        Map<Quota, Integer> changed = new EnumMap<>(Quota.class);
        changed.putAll(values);
        changed.put(quota, value);
        return new Quotas(changed);
    }

    /** How many there may be. */
    public int of(Quota quota) {
        return values.getOrDefault(quota, quota.usual());
    }
}
