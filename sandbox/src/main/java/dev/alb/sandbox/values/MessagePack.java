package dev.alb.sandbox.values;

import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import dev.alb.sandbox.values.CtyType.TupleOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Values as they travel between Terraform and a provider.
 *
 * <p>Any extension type stands for an unknown value. What Terraform knows about it all the same travels back with it.
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
            return readUnknown(in);
        }
        if (type instanceof Primitive primitive) {
            return readPrimitive(in, primitive, format);
        }
        if (type instanceof CollectionOf collection) {
            return readCollection(in, collection);
        }
        if (type instanceof TupleOf tuple) {
            return readTuple(in, tuple);
        }
        return type instanceof ObjectOf object ? readObject(in, object) : readTyped(in);
    }

    private static Value readUnknown(MessageUnpacker in) throws IOException {
        ExtensionTypeHeader header = in.unpackExtensionTypeHeader();
        byte[] payload = in.readPayload(header.getLength());
        if (header.getType() != RefinementBytes.EXTENSION) {
            return Value.Absent.UNKNOWN;
        }
        Refinement refinement = RefinementBytes.read(payload);
        return refinement.equals(Refinement.NONE) ? Value.Absent.UNKNOWN : new Value.Refined(refinement);
    }

    /** A value of any type is a pair: its type as JSON, and itself. */
    private static Value readTyped(MessageUnpacker in) throws IOException {
        in.unpackArrayHeader();
        byte[] json = in.readPayload(in.unpackBinaryHeader());
        CtyType type = CtyType.parse(new String(json, StandardCharsets.UTF_8));
        return new Value.Typed(type, read(in, type));
    }

    private static Value readTuple(MessageUnpacker in, TupleOf type) throws IOException {
        in.unpackArrayHeader();
        List<Value> elements = new ArrayList<>();
        for (CtyType element : type.elements()) {
            elements.add(read(in, element));
        }
        return new Value.Sequence(elements);
    }

    private static Value readPrimitive(MessageUnpacker in, Primitive type, ValueType format) throws IOException {
        return switch (type) {
            case STRING -> new Value.Text(in.unpackString());
            case BOOL -> new Value.Bool(in.unpackBoolean());
            case NUMBER -> new Value.Numeric(Numbers.read(in, format));
        };
    }

    private static Value readObject(MessageUnpacker in, ObjectOf type) throws IOException {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int left = in.unpackMapHeader(); left > 0; left--) {
            String name = in.unpackString();
            CtyType attribute = type.attributes().get(name);
            if (attribute == null) {
                throw new IllegalArgumentException("An object must have attributes of its schema only, got " + name);
            }
            entries.put(name, read(in, attribute));
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
        } else if (value instanceof Value.Refined refined) {
            writeRefined(out, refined.refinement());
        } else if (value.isUnknown()) {
            out.packExtensionTypeHeader((byte) 0, UNKNOWN_PAYLOAD.length).writePayload(UNKNOWN_PAYLOAD);
        } else if (value instanceof Value.Text text) {
            out.packString(text.value());
        } else if (value instanceof Value.Bool bool) {
            out.packBoolean(bool.value());
        } else if (value instanceof Value.Numeric number) {
            Numbers.write(out, number.value());
        } else if (value instanceof Value.Mapping mapping) {
            writeMapping(out, mapping);
        } else if (value instanceof Value.Typed typed) {
            writeTyped(out, typed);
        } else {
            writeElements(out, value.elements());
        }
    }

    private static void writeRefined(MessagePacker out, Refinement refinement) throws IOException {
        byte[] payload = RefinementBytes.write(refinement);
        out.packExtensionTypeHeader(RefinementBytes.EXTENSION, payload.length).writePayload(payload);
    }

    private static void writeTyped(MessagePacker out, Value.Typed typed) throws IOException {
        byte[] json = typed.type().json().toString().getBytes(StandardCharsets.UTF_8);
        out.packArrayHeader(2).packBinaryHeader(json.length).writePayload(json);
        write(out, typed.value());
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
