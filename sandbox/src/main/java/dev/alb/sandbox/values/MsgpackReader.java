package dev.alb.sandbox.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes values from the bytes of MessagePack, one after the other.
 *
 * <p>A plan of 2,000 resources reads some ten thousand messages in the first seconds of this JVM. A library that reads from
 * any source, with buffers of its own for each message, costs about a tenth of the provider's time then.
 */
final class MsgpackReader {
    private static final int NIL = 0xc0;

    private final byte[] bytes;
    private int position;

    MsgpackReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A value of a type that an application defines. */
    record Extension(int type, byte[] payload) {}

    /** Whether there is nothing here, which is read with it. */
    boolean tookNil() {
        boolean nil = first() == NIL;
        position += nil ? 1 : 0;
        return nil;
    }

    boolean isAtExtension() {
        int first = first();
        return first >= 0xc7 && first <= 0xc9 || first >= 0xd4 && first <= 0xd8;
    }

    Extension extension() {
        int first = take();
        int length = first >= 0xd4 ? 1 << first - 0xd4 : (int) number(1 << first - 0xc7);
        int type = bytes[position++];
        return new Extension(type, payload(length));
    }

    boolean bool() {
        int first = take();
        expect((first & 0xfe) == 0xc2, "a boolean", first);
        return first == 0xc3;
    }

    boolean isAtText() {
        int first = first();
        return (first & 0xe0) == 0xa0 || first >= 0xd9 && first <= 0xdb;
    }

    String text() {
        boolean text = isAtText();
        int first = take();
        expect(text, "a text", first);
        int length = first < NIL ? first & 0x1f : (int) number(1 << first - 0xd9);
        String read = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return read;
    }

    byte[] binary() {
        int first = take();
        expect(first >= 0xc4 && first <= 0xc6, "bytes", first);
        return payload((int) number(1 << first - 0xc4));
    }

    /** The number of elements that follow. */
    int arrayHeader() {
        int first = take();
        return header(first, 0x90, 0xdc, "an array");
    }

    /** The number of pairs that follow. */
    int mapHeader() {
        int first = take();
        return header(first, 0x80, 0xde, "a map");
    }

    private int header(int first, int small, int large, String what) {
        boolean isSmall = (first & 0xf0) == small;
        expect(isSmall || (first & 0xfe) == large, what, first);
        return isSmall ? first & 0x0f : (int) number(2 << first - large);
    }

    int integer() {
        return decimal().intValueExact();
    }

    /** A number, which is exactly what it is also where it is a floating-point one. */
    BigDecimal decimal() {
        int first = take();
        if (first <= 0x7f || first >= 0xe0) {
            return BigDecimal.valueOf((byte) first);
        }
        return switch (first) {
            case 0xca -> exact(Float.intBitsToFloat((int) number(Integer.BYTES)));
            case 0xcb -> exact(Double.longBitsToDouble(number(Long.BYTES)));
            case 0xcc, 0xcd, 0xce -> BigDecimal.valueOf(number(1 << first - 0xcc));
            case 0xcf -> new BigDecimal(new BigInteger(1, payload(Long.BYTES)));
            case 0xd0 -> BigDecimal.valueOf((byte) number(Byte.BYTES));
            case 0xd1 -> BigDecimal.valueOf((short) number(Short.BYTES));
            case 0xd2 -> BigDecimal.valueOf((int) number(Integer.BYTES));
            case 0xd3 -> BigDecimal.valueOf(number(Long.BYTES));
            default -> throw unexpected("a number", first);
        };
    }

    private static BigDecimal exact(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("A number must be finite, got " + number);
        }
        return new BigDecimal(number);
    }

    /** Passes a value over, with all that it consists of. */
    void skip() {
        int first = first();
        if (isAtText()) {
            text();
        } else if (isAtExtension()) {
            extension();
        } else if (first >= 0xc4 && first <= 0xc6) {
            binary();
        } else if ((first & 0xf0) == 0x90 || (first & 0xfe) == 0xdc) {
            skip(arrayHeader());
        } else if ((first & 0xf0) == 0x80 || (first & 0xfe) == 0xde) {
            skip(2 * mapHeader());
        } else if ((first & 0xfe) == 0xc2) {
            bool();
        } else if (!tookNil()) {
            decimal();
        }
    }

    private void skip(int values) {
        for (int left = values; left > 0; left--) {
            skip();
        }
    }

    private int first() {
        return bytes[position] & 0xff;
    }

    private int take() {
        return bytes[position++] & 0xff;
    }

    private long number(int size) {
        long number = 0;
        for (int left = size; left > 0; left--) {
            number = number << Byte.SIZE | take();
        }
        return number;
    }

    private byte[] payload(int length) {
        byte[] payload = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return payload;
    }

    private static void expect(boolean right, String what, int first) {
        if (!right) {
            throw unexpected(what, first);
        }
    }

    private static IllegalArgumentException unexpected(String what, int first) {
        return new IllegalArgumentException(
                "A value must be " + what + ", got the format 0x" + Integer.toHexString(first));
    }
}
