package dev.alb.sandbox.values;

import dev.alb.sandbox.values.Refinement.Bound;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/** Refinements as they travel: the payload of an extension, a map with numbers for keys. */
final class RefinementBytes {
    /** The number of the extension. */
    static final byte EXTENSION = 12;

    private static final int NULLNESS = 1;
    private static final int PREFIX = 2;
    private static final int LEAST = 3;
    private static final int MOST = 4;
    private static final int MIN_LENGTH = 5;
    private static final int MAX_LENGTH = 6;

    private RefinementBytes() {}

    /** What a later Terraform may add is passed over. */
    static Refinement read(byte[] payload) throws IOException {
        Refinement refinement = Refinement.NONE;
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(payload)) {
            for (int left = in.unpackMapHeader(); left > 0; left--) {
                refinement = read(in, refinement);
            }
        }
        return refinement;
    }

    private static Refinement read(MessageUnpacker in, Refinement known) throws IOException {
        switch (in.unpackInt()) {
            case NULLNESS:
                return in.unpackBoolean() ? known : known.andNotNull();
            case PREFIX:
                return known.withPrefix(in.unpackString());
            case LEAST:
                return known.withBounds(readBound(in), known.most());
            case MOST:
                return known.withBounds(known.least(), readBound(in));
            case MIN_LENGTH:
                return known.withLength(in.unpackLong(), known.maxLength());
            case MAX_LENGTH:
                return known.withLength(known.minLength(), in.unpackLong());
            default:
                in.skipValue();
                return known;
        }
    }

    private static Bound readBound(MessageUnpacker in) throws IOException {
        in.unpackArrayHeader();
        BigDecimal value = Numbers.read(in, in.getNextFormat().getValueType());
        return new Bound(value, in.unpackBoolean());
    }

    static byte[] write(Refinement refinement) throws IOException {
        try (MessageBufferPacker out = MessagePack.newDefaultBufferPacker()) {
            out.packMapHeader(size(refinement));
            if (refinement.notNull()) {
                out.packInt(NULLNESS).packBoolean(false);
            }
            if (!refinement.prefix().isEmpty()) {
                out.packInt(PREFIX).packString(refinement.prefix());
            }
            writeBound(out, LEAST, refinement.least());
            writeBound(out, MOST, refinement.most());
            writeLength(out, MIN_LENGTH, refinement.minLength());
            writeLength(out, MAX_LENGTH, refinement.maxLength());
            return out.toByteArray();
        }
    }

    private static int size(Refinement refinement) {
        return (refinement.notNull() ? 1 : 0)
                + (refinement.prefix().isEmpty() ? 0 : 1)
                + (refinement.least() == null ? 0 : 1)
                + (refinement.most() == null ? 0 : 1)
                + (refinement.minLength() == null ? 0 : 1)
                + (refinement.maxLength() == null ? 0 : 1);
    }

    private static void writeBound(MessagePacker out, int key, @Nullable Bound bound) throws IOException {
        if (bound != null) {
            out.packInt(key).packArrayHeader(2);
            Numbers.write(out, bound.value());
            out.packBoolean(bound.inclusive());
        }
    }

    private static void writeLength(MessagePacker out, int key, @Nullable Long length) throws IOException {
        if (length != null) {
            out.packInt(key).packLong(length);
        }
    }
}
