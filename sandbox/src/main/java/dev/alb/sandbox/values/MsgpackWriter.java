package dev.alb.sandbox.values;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts values together as the bytes of MessagePack, each in the shortest form. */
final class MsgpackWriter {
    private byte[] bytes = new byte[512];
    private int size;

    /** What has been written. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    void nil() {
        put(0xc0);
    }

    void bool(boolean value) {
        put(value ? 0xc3 : 0xc2);
    }

    void integer(long value) {
        if (value >= -32 && value < 128) {
            put((int) value);
        } else if (value >= 0) {
            length(value, 0xcc);
        } else if (value >= Byte.MIN_VALUE) {
            put(0xd0, value, Byte.BYTES);
        } else if (value >= Short.MIN_VALUE) {
            put(0xd1, value, Short.BYTES);
        } else if (value >= Integer.MIN_VALUE) {
            put(0xd2, value, Integer.BYTES);
        } else {
            put(0xd3, value, Long.BYTES);
        }
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length < 32) {
            put(0xa0 | utf8.length);
        } else {
            length(utf8.length, 0xd9);
        }
        put(utf8);
    }

    void binary(byte[] payload) {
        length(payload.length, 0xc4);
        put(payload);
    }

    void extension(int type, byte[] payload) {
        boolean fixed = Integer.bitCount(payload.length) == 1 && payload.length <= 16;
        if (fixed) {
            put(0xd4 + Integer.numberOfTrailingZeros(payload.length));
        } else {
            length(payload.length, 0xc7);
        }
        put(type);
        put(payload);
    }

    void arrayHeader(int elements) {
        header(elements, 0x90, 0xdc);
    }

    void mapHeader(int pairs) {
        header(pairs, 0x80, 0xde);
    }

    private void header(int count, int small, int large) {
        if (count < 16) {
            put(small | count);
        } else if (count <= 0xffff) {
            put(large, count, Short.BYTES);
        } else {
            put(large + 1, count, Integer.BYTES);
        }
    }

    /** A number without a sign; formats of one, two, four and eight bytes follow one another. */
    private void length(long value, int format) {
        if (value <= 0xff) {
            put(format, value, Byte.BYTES);
        } else if (value <= 0xffff) {
            put(format + 1, value, Short.BYTES);
        } else if (value <= 0xffff_ffffL) {
            put(format + 2, value, Integer.BYTES);
        } else {
            put(format + 3, value, Long.BYTES);
        }
    }

    private void put(int format, long value, int width) {
        put(format);
        for (int left = width - 1; left >= 0; left--) {
            put((int) (value >>> left * Byte.SIZE));
        }
    }

    private void put(int single) {
        reserve(1);
        bytes[size++] = (byte) single;
    }

    private void put(byte[] several) {
        reserve(several.length);
        System.arraycopy(several, 0, bytes, size, several.length);
        size += several.length;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
