package dev.alb.sandbox.values;

import java.io.IOException;
import java.math.BigDecimal;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/** Numbers as they travel: Terraform's have no bounds, and each is written in the shortest form that loses nothing. */
final class Numbers {
    private static final int DIGITS_OF_A_LONG = 18;

    private Numbers() {}

    /** A floating-point number stands for exactly what it is, since Terraform writes any other one as a text. */
    static BigDecimal read(MessageUnpacker in, ValueType format) throws IOException {
        if (format == ValueType.INTEGER) {
            return new BigDecimal(in.unpackBigInteger());
        }
        if (format == ValueType.STRING) {
            return new BigDecimal(in.unpackString());
        }
        double number = in.unpackDouble();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("A number must be finite, got " + number);
        }
        return new BigDecimal(number);
    }

    /** A whole number that fits is one; every other number is a text. */
    static void write(MessagePacker out, BigDecimal number) throws IOException {
        if (number.signum() == 0) {
            out.packLong(0);
        } else if (isWhole(number) && number.precision() - number.scale() <= DIGITS_OF_A_LONG) {
            out.packLong(number.longValueExact());
        } else {
            out.packString(number.toString());
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
