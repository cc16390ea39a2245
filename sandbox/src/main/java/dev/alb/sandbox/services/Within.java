package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;

/**
 * A number that AWS takes only within bounds, and the provider does not check.
 *
 * @param attribute the provider's name of it
 * @param key AWS's name of it
 */
record Within(String attribute, String key, int least, int most) implements Rule {
    @Override
    public void check(Change change) {
        Value value = change.object().get(attribute);
        if (value instanceof Value.Numeric number && isOutside(number.value())) {
            throw Refusal.of(
                    "InvalidConfigurationRequest",
                    "The value '" + value.text() + "' of '" + key + "' is not valid. It must be between '" + least
                            + "' and '" + most + "'");
        }
    }

    private boolean isOutside(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0;
    }
}
