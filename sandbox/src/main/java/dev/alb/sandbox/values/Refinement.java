package dev.alb.sandbox.values;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What Terraform already knows of a value that it does not know: that it is not null, how it begins, how large it is.
 *
 * @param notNull whether it will be there
 * @param prefix how a text begins; empty if nobody knows
 * @param least the lower bound of a number
 * @param most the upper bound of a number
 * @param minLength the least number of elements of a collection
 * @param maxLength the greatest number of elements of a collection
 */
public record Refinement(
        boolean notNull,
        String prefix,
        @Nullable Bound least,
        @Nullable Bound most,
        @Nullable Long minLength,
        @Nullable Long maxLength) {

    /** Nothing is known. */
    public static final Refinement NONE = new Refinement(false, "", null, null, null, null);

    /** A bound of a number, which the number may reach if the bound is inclusive. */
    public record Bound(BigDecimal value, boolean inclusive) {}

    /** The same, and the value will not be null. */
    public Refinement andNotNull() {
        return new Refinement(true, prefix, least, most, minLength, maxLength);
    }

    /** The same with the first letters of a text. */
    public Refinement withPrefix(String letters) {
        return new Refinement(notNull, letters, least, most, minLength, maxLength);
    }

    /** The same with bounds of a number. */
    public Refinement withBounds(@Nullable Bound lower, @Nullable Bound upper) {
        return new Refinement(notNull, prefix, lower, upper, minLength, maxLength);
    }

    /** The same with bounds of the number of elements. */
    public Refinement withLength(@Nullable Long lower, @Nullable Long upper) {
        return new Refinement(notNull, prefix, least, most, lower, upper);
    }
}
