package dev.alb.sandbox.values;

import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Values as they travel between Terraform and a provider.
 *
 * <p>Any extension type stands for an unknown value, whatever Terraform adds about it.
 */
public final class MessagePack {
    private static final byte[] UNKNOWN_PAYLOAD = {0};

    private MessagePack() {}

    /** The value in some bytes, of a type that is known beforehand. */
    public static Value decode(byte[] bytes, CtyType type) {
        try (MessageUnpacker in = org.msgpack.core.MessagePack.newDefaultUnpacker(bytes)) {
            return read(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a value. */
    public static byte[] encode(Value value) {
        try (MessageBufferPacker out = org.msgpack.core.MessagePack.newDefaultBufferPacker()) {
            write(out, value);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Value read(MessageUnpacker in, CtyType type) throws IOException {
        ValueType format = in.getNextFormat().getValueType();
        if (format == ValueType.NIL) {
            in.unpackNil();
            return Value.Absent.NULL;
        }
        if (format == ValueType.EXTENSION) {
            in.readPayload(in.unpackExtensionTypeHeader().getLength());
            return Value.Absent.UNKNOWN;
        }
        if (type instanceof Primitive primitive) {
            return readPrimitive(in, primitive, format);
        }
        return type instanceof ObjectOf object ? readObject(in, object) : readCollection(in, (CollectionOf) type);
    }

    private static Value readPrimitive(MessageUnpacker in, Primitive type, ValueType format) throws IOException {
        return switch (type) {
            case STRING -> new Value.Text(in.unpackString());
            case BOOL -> new Value.Bool(in.unpackBoolean());
            case NUMBER -> new Value.Numeric(readNumber(in, format));
        };
    }

    private static BigDecimal readNumber(MessageUnpacker in, ValueType format) throws IOException {
        if (format == ValueType.INTEGER) {
            return new BigDecimal(in.unpackBigInteger());
        }
        return format == ValueType.FLOAT ? BigDecimal.valueOf(in.unpackDouble()) : new BigDecimal(in.unpackString());
    }

    private static Value readObject(MessageUnpacker in, ObjectOf type) throws IOException {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int left = in.unpackMapHeader(); left > 0; left--) {
            String name = in.unpackString();
            entries.put(name, read(in, type.attributes().get(name)));
        }
        return new Value.Mapping(entries);
    }

    private static Value readCollection(MessageUnpacker in, CollectionOf type) throws IOException {
        return switch (type.kind()) {
            case LIST -> new Value.Sequence(readElements(in, type.element()));
            case SET -> new Value.SetOf(readElements(in, type.element()));
            case MAP -> readMap(in, type.element());
        };
    }

    private static List<Value> readElements(MessageUnpacker in, CtyType element) throws IOException {
        List<Value> elements = new ArrayList<>();
        for (int left = in.unpackArrayHeader(); left > 0; left--) {
            elements.add(read(in, element));
        }
        return elements;
    }

    private static Value readMap(MessageUnpacker in, CtyType element) throws IOException {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int left = in.unpackMapHeader(); left > 0; left--) {
            entries.put(in.unpackString(), read(in, element));
        }
        return new Value.Mapping(entries);
    }

    private static void write(MessagePacker out, Value value) throws IOException {
        if (value.isNull()) {
            out.packNil();
        } else if (value.isUnknown()) {
            out.packExtensionTypeHeader((byte) 0, UNKNOWN_PAYLOAD.length).writePayload(UNKNOWN_PAYLOAD);
        } else if (value instanceof Value.Text text) {
            out.packString(text.value());
        } else if (value instanceof Value.Bool bool) {
            out.packBoolean(bool.value());
        } else if (value instanceof Value.Numeric number) {
            writeNumber(out, number.value());
        } else if (value instanceof Value.Mapping mapping) {
            writeMapping(out, mapping);
        } else {
            writeElements(out, value.elements());
        }
    }

    /** A whole number that fits is one; every other number is a text, which loses nothing. */
    private static void writeNumber(MessagePacker out, BigDecimal number) throws IOException {
        if (number.scale() <= 0 && number.precision() - number.scale() <= 18) {
            out.packLong(number.longValueExact());
        } else {
            out.packString(number.toPlainString());
        }
    }

    private static void writeMapping(MessagePacker out, Value.Mapping mapping) throws IOException {
        out.packMapHeader(mapping.entries().size());
        for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
            out.packString(entry.getKey());
            write(out, entry.getValue());
        }
    }

    private static void writeElements(MessagePacker out, List<Value> elements) throws IOException {
        out.packArrayHeader(elements.size());
        for (Value element : elements) {
            write(out, element);
        }
    }
}
