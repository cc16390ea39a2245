package dev.alb.sandbox.values;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/** The bytes are those of MessagePack's own library, around each length at which the format changes. */
class MsgpackBytesTest {
    private static final int MARK = 42;

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                127,
                128,
                255,
                256,
                65_535,
                65_536,
                4_294_967_295L,
                4_294_967_296L,
                Long.MAX_VALUE,
                -1,
                -32,
                -33,
                -128,
                -129,
                -32_768,
                -32_769,
                Integer.MIN_VALUE,
                Integer.MIN_VALUE - 1L,
                Long.MIN_VALUE
            })
    void a_whole_number(long number) throws IOException {
        MsgpackWriter out = new MsgpackWriter();
        out.integer(number);
        byte[] bytes = packed(library -> library.packLong(number));
        assertArrayEquals(bytes, out.bytes());
        assertEquals(BigDecimal.valueOf(number), new MsgpackReader(bytes).decimal());
        assertPassedOver(bytes);
    }

    @Test
    void a_whole_number_beyond_those_with_a_sign() throws IOException {
        BigInteger most = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        byte[] bytes = packed(library -> library.packBigInteger(most));
        assertEquals(new BigDecimal(most), new MsgpackReader(bytes).decimal());
    }

    @Test
    void a_floating_point_number_of_either_width() throws IOException {
        byte[] wide = packed(library -> library.packDouble(0.1));
        byte[] narrow = packed(library -> library.packFloat(0.5f));
        assertEquals(new BigDecimal(0.1), new MsgpackReader(wide).decimal());
        assertEquals(new BigDecimal("0.5"), new MsgpackReader(narrow).decimal());
        assertPassedOver(wide);
        assertPassedOver(narrow);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 255, 256, 65_535, 65_536})
    void a_text(int length) throws IOException {
        String text = length == 0 ? "" : "é".repeat(length / 2) + "x".repeat(length % 2);
        MsgpackWriter out = new MsgpackWriter();
        out.text(text);
        byte[] bytes = packed(library -> library.packString(text));
        assertArrayEquals(bytes, out.bytes());
        assertEquals(text, new MsgpackReader(bytes).text());
        assertPassedOver(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 256, 65_535, 65_536})
    void plain_bytes(int length) throws IOException {
        MsgpackWriter out = new MsgpackWriter();
        out.binary(new byte[length]);
        byte[] bytes = packed(library -> library.packBinaryHeader(length).writePayload(new byte[length]));
        assertArrayEquals(bytes, out.bytes());
        assertEquals(length, new MsgpackReader(bytes).binary().length);
        assertPassedOver(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 8, 16, 17, 255, 256, 65_535, 65_536})
    void an_extension(int length) throws IOException {
        MsgpackWriter out = new MsgpackWriter();
        out.extension(RefinementBytes.EXTENSION, new byte[length]);
        byte[] bytes = packed(library -> library.packExtensionTypeHeader(RefinementBytes.EXTENSION, length)
                .writePayload(new byte[length]));
        assertArrayEquals(bytes, out.bytes());
        MsgpackReader in = new MsgpackReader(bytes);
        assertTrue(in.isAtExtension());
        MsgpackReader.Extension extension = in.extension();
        assertEquals(RefinementBytes.EXTENSION, extension.type());
        assertEquals(length, extension.payload().length);
        assertPassedOver(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 65_535, 65_536})
    void an_array_and_a_map(int count) throws IOException {
        MsgpackWriter out = new MsgpackWriter();
        out.arrayHeader(count);
        out.mapHeader(count);
        byte[] headers = packed(library -> library.packArrayHeader(count).packMapHeader(count));
        assertArrayEquals(headers, out.bytes());
        MsgpackReader in = new MsgpackReader(headers);
        assertEquals(count, in.arrayHeader());
        assertEquals(count, in.mapHeader());
        assertPassedOver(packed(library -> {
            library.packArrayHeader(count);
            for (int element = 0; element < count; element++) {
                library.packMapHeader(1).packNil().packBoolean(true);
            }
        }));
    }

    @Test
    void a_value_of_another_kind_is_refused() throws IOException {
        byte[] bytes = packed(library -> library.packBoolean(true));
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new MsgpackReader(bytes).text());
        assertEquals("A value must be a text, got the format 0xc3", refusal.getMessage());
    }

    /** Behind the value stands another one, which is reached only if nothing of it is left and nothing more is taken. */
    private static void assertPassedOver(byte[] value) throws IOException {
        MsgpackReader in =
                new MsgpackReader(packed(library -> library.writePayload(value).packInt(MARK)));
        in.skip();
        assertEquals(MARK, in.integer());
    }

    private interface Packing {
        void to(MessageBufferPacker library) throws IOException;
    }

    private static byte[] packed(Packing packing) throws IOException {
        try (MessageBufferPacker library = MessagePack.newDefaultBufferPacker()) {
            packing.to(library);
            return library.toByteArray();
        }
    }
}
