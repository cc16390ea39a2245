package dev.alb.sandbox.values;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.CtyType.Any;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.Kind;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;

/** Whatever Terraform sends comes back as it was. */
class MessagePackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9223372036854775807",
                "9223372036854775808",
                "123456789012345678901234567890",
                "0.1",
                "1e30",
                "-0.000000000000000000001"
            })
    void a_number_keeps_every_digit(String digits) {
        Value number = new Value.Numeric(new BigDecimal(digits));
        assertEquals(number, roundTrip(number, Primitive.NUMBER));
    }

    @Test
    void a_floating_point_number_stands_for_exactly_what_it_is() throws IOException {
        byte[] bytes;
        try (MessageBufferPacker out = org.msgpack.core.MessagePack.newDefaultBufferPacker()) {
            out.packDouble(0.1);
            bytes = out.toByteArray();
        }
        Value number = MessagePack.decode(bytes, Primitive.NUMBER);
        assertEquals(new Value.Numeric(new BigDecimal(0.1)), number);
    }

    @Test
    void an_infinite_number_is_refused() throws IOException {
        byte[] bytes;
        try (MessageBufferPacker out = org.msgpack.core.MessagePack.newDefaultBufferPacker()) {
            out.packDouble(Double.POSITIVE_INFINITY);
            bytes = out.toByteArray();
        }
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> MessagePack.decode(bytes, Primitive.NUMBER));
        assertEquals("A number must be finite, got Infinity", refusal.getMessage());
    }

    @Test
    void null_and_unknown_are_told_apart_at_any_depth() {
        CtyType type = new CollectionOf(
                Kind.LIST,
                new ObjectOf(Map.of("a", Primitive.STRING, "b", new CollectionOf(Kind.SET, Primitive.BOOL))));
        Value value = new Value.Sequence(List.of(
                new Value.Mapping(Map.of(
                        "a",
                        Value.Absent.NULL,
                        "b",
                        new Value.SetOf(List.of(Value.Absent.UNKNOWN, new Value.Bool(true), Value.Absent.UNKNOWN)))),
                Value.Absent.UNKNOWN,
                new Value.Mapping(Map.of("a", Value.Absent.UNKNOWN, "b", Value.Absent.NULL))));
        assertEquals(value, roundTrip(value, type));
    }

    @Test
    void an_unknown_value_keeps_what_is_known_about_it() {
        Refinement all = Refinement.NONE
                .andNotNull()
                .withPrefix("arn:aws:")
                .withBounds(
                        new Refinement.Bound(BigDecimal.ONE, true),
                        new Refinement.Bound(new BigDecimal("123456789012345678901234567890.5"), false))
                .withLength(2L, 7L);
        Value value = new Value.Refined(all);
        assertTrue(value.isUnknown());
        assertEquals(value, roundTrip(value, Primitive.STRING));
    }

    @Test
    void a_refinement_that_terraform_wrote_is_read_and_written_byte_by_byte() throws IOException {
        // Extension 12 holding {1: false, 2: "vpc-"}, as go-cty writes an unknown text that is not null.
        byte[] bytes = {(byte) 0xc7, 9, 12, (byte) 0x82, 1, (byte) 0xc2, 2, (byte) 0xa4, 'v', 'p', 'c', '-'};
        Value value = MessagePack.decode(bytes, Primitive.STRING);
        assertEquals(new Value.Refined(Refinement.NONE.andNotNull().withPrefix("vpc-")), value);
        assertArrayEquals(bytes, MessagePack.encode(value));
    }

    @Test
    void what_a_later_terraform_adds_to_a_refinement_is_passed_over() {
        byte[] bytes = {(byte) 0xc7, 7, 12, (byte) 0x82, 99, (byte) 0x92, 1, 2, 1, (byte) 0xc2};
        assertEquals(new Value.Refined(Refinement.NONE.andNotNull()), MessagePack.decode(bytes, Primitive.STRING));
    }

    @Test
    void a_value_of_any_type_brings_its_type() {
        CtyType type =
                CtyType.parse("[\"object\",{\"a\":[\"tuple\",[\"string\",[\"map\",\"number\"]]],\"b\":\"dynamic\"}]");
        Value inner = new Value.Mapping(Map.of(
                "a",
                new Value.Sequence(List.of(Value.text("x"), Value.emptyMap())),
                "b",
                new Value.Typed(Primitive.BOOL, Value.Absent.NULL)));
        Value value = new Value.Typed(type, inner);
        assertEquals(value, roundTrip(value, Any.DYNAMIC));
    }

    @Test
    void an_attribute_that_the_schema_lacks_is_named() {
        byte[] bytes = MessagePack.encode(new Value.Mapping(Map.of("colour", Value.text("red"))));
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> MessagePack.decode(bytes, new ObjectOf(Map.of("name", Primitive.STRING))));
        assertEquals("An object must have attributes of its schema only, got colour", refusal.getMessage());
    }

    @Test
    void nesting_may_be_deep() {
        CtyType type = Primitive.STRING;
        Value value = Value.text("bottom");
        for (int depth = 0; depth < 500; depth++) {
            type = new CollectionOf(Kind.LIST, type);
            value = new Value.Sequence(List.of(value));
        }
        assertEquals(value, roundTrip(value, type));
    }

    private static Value roundTrip(Value value, CtyType type) {
        return MessagePack.decode(MessagePack.encode(value), type);
    }
}
