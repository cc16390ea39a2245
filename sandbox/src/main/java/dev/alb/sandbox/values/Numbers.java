package dev.alb.sandbox.values;

import java.math.BigDecimal;

/** Numbers as they travel: Terraform's have no bounds, and each is written in the shortest form that loses nothing. */
final class Numbers {
    private static final int DIGITS_OF_A_LONG = 18;

    private Numbers() {}

    /** One that Terraform could not write as a number is a text. */
    static BigDecimal read(MsgpackReader in) {
        return in.isAtText() ? new BigDecimal(in.text()) : in.decimal();
    }

    /** A whole number that fits is one; every other number is a text. */
    static void write(MsgpackWriter out, BigDecimal number) {
        if (number.signum() == 0) {
            out.integer(0);
        } else if (isWhole(number) && number.precision() - number.scale() <= DIGITS_OF_A_LONG) {
            out.integer(number.longValueExact());
        } else {
            out.text(number.toString());
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
