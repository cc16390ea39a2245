package dev.alb.sandbox.values;

import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import dev.alb.sandbox.values.CtyType.TupleOf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return read(new MsgpackReader(bytes), type);
    }

    /** The bytes of a value. */
    public static byte[] encode(Value value) {
        MsgpackWriter out = new MsgpackWriter();
        write(out, value);
        return out.bytes();
    }

    private static Value read(MsgpackReader in, CtyType type) {
        if (in.tookNil()) {
            return Value.Absent.NULL;
        }
        if (in.isAtExtension()) {
            return readUnknown(in);
        }
        if (type instanceof Primitive primitive) {
            return readPrimitive(in, primitive);
        }
        if (type instanceof CollectionOf collection) {
            return readCollection(in, collection);
        }
        if (type instanceof TupleOf tuple) {
            return readTuple(in, tuple);
        }
        return type instanceof ObjectOf object ? readObject(in, object) : readTyped(in);
    }

    private static Value readUnknown(MsgpackReader in) {
        MsgpackReader.Extension extension = in.extension();
        if (extension.type() != RefinementBytes.EXTENSION) {
            return Value.Absent.UNKNOWN;
        }
        Refinement refinement = RefinementBytes.read(extension.payload());
        return refinement.equals(Refinement.NONE) ? Value.Absent.UNKNOWN : new Value.Refined(refinement);
    }

    /** A value of any type is a pair: its type as JSON, and itself. */
    private static Value readTyped(MsgpackReader in) {
        in.arrayHeader();
        CtyType type = CtyType.parse(new String(in.binary(), StandardCharsets.UTF_8));
        return new Value.Typed(type, read(in, type));
    }

    private static Value readTuple(MsgpackReader in, TupleOf type) {
        in.arrayHeader();
        List<Value> elements = new ArrayList<>();
        for (CtyType element : type.elements()) {
            elements.add(read(in, element));
        }
        return new Value.Sequence(elements);
    }

    private static Value readPrimitive(MsgpackReader in, Primitive type) {
        return switch (type) {
            case STRING -> new Value.Text(in.text());
            case BOOL -> new Value.Bool(in.bool());
            case NUMBER -> new Value.Numeric(Numbers.read(in));
        };
    }

    private static Value readObject(MsgpackReader in, ObjectOf type) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int left = in.mapHeader(); left > 0; left--) {
            String name = in.text();
            CtyType attribute = type.attributes().get(name);
            if (attribute == null) {
                throw new IllegalArgumentException("An object must have attributes of its schema only, got " + name);
            }
            entries.put(name, read(in, attribute));
        }
        return new Value.Mapping(entries);
    }

    private static Value readCollection(MsgpackReader in, CollectionOf type) {
        return switch (type.kind()) {
            case LIST -> new Value.Sequence(readElements(in, type.element()));
            case SET -> new Value.SetOf(readElements(in, type.element()));
            case MAP -> readMap(in, type.element());
        };
    }

    private static List<Value> readElements(MsgpackReader in, CtyType element) {
        List<Value> elements = new ArrayList<>();
        for (int left = in.arrayHeader(); left > 0; left--) {
            elements.add(read(in, element));
        }
        return elements;
    }

    private static Value readMap(MsgpackReader in, CtyType element) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int left = in.mapHeader(); left > 0; left--) {
            entries.put(in.text(), read(in, element));
        }
        return new Value.Mapping(entries);
    }

    private static void write(MsgpackWriter out, Value value) {
        if (value.isNull()) {
            out.nil();
        } else if (value instanceof Value.Refined refined) {
            writeRefined(out, refined.refinement());
        } else if (value.isUnknown()) {
            out.extension(0, UNKNOWN_PAYLOAD);
        } else if (value instanceof Value.Text text) {
            out.text(text.value());
        } else if (value instanceof Value.Bool bool) {
            out.bool(bool.value());
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

    private static void writeRefined(MsgpackWriter out, Refinement refinement) {
        out.extension(RefinementBytes.EXTENSION, RefinementBytes.write(refinement));
    }

    private static void writeTyped(MsgpackWriter out, Value.Typed typed) {
        out.arrayHeader(2);
        out.binary(typed.type().json().toString().getBytes(StandardCharsets.UTF_8));
        write(out, typed.value());
    }

    private static void writeMapping(MsgpackWriter out, Value.Mapping mapping) {
        out.mapHeader(mapping.entries().size());
        for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
            out.text(entry.getKey());
            write(out, entry.getValue());
        }
    }

    private static void writeElements(MsgpackWriter out, List<Value> elements) {
        out.arrayHeader(elements.size());
        for (Value element : elements) {
            write(out, element);
        }
    }
}
